"""What is no text is written to a file or a pipe, never onto a terminal."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

FAVOURITES = (sys.executable, "-c", "from api.cli import cli; cli()", "neo4j", "favourites")


def test_an_archive_is_not_written_onto_a_terminal() -> None:
    above, terminal = os.openpty()
    try:
        done = subprocess.run(FAVOURITES, stdout=terminal, stderr=subprocess.PIPE, text=True, check=False)
    finally:
        os.close(terminal)
        os.close(above)
    assert done.returncode == 2
    assert "--output" in done.stderr


def test_an_archive_goes_into_a_file_or_a_pipe(tmp_path: Path) -> None:
    file, piped = tmp_path / "favourites.zip", tmp_path / "piped.zip"
    subprocess.run([*FAVOURITES, "--output", file], check=True)
    piped.write_bytes(subprocess.run(FAVOURITES, stdout=subprocess.PIPE, check=True).stdout)
    assert file.read_bytes() == piped.read_bytes()
    assert zipfile.is_zipfile(file)
