#!/usr/bin/env bash
# Writes the two lock files: every package with its hashes, no address of an index.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
options=(--quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header
  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links)
.venv/bin/pip-compile "${options[@]}" --extra build --output-file requirements.lock pyproject.toml
.venv/bin/pip-compile "${options[@]}" --extra build --extra dev --constraint requirements.lock \
  --output-file requirements-dev.lock pyproject.toml
