#!/usr/bin/env bash
# What the system must have: a Python, its venv module, and for the tests a JDK and Maven (they start real servers)
# and Chromium (it shows Neo4j Browser).
# Missing packages are installed where the rights allow it, otherwise one line says what to install.
set -euo pipefail

python() { # prints the first Python that is new enough
  local name
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  echo "Lagebild needs Python 3.11 or newer (Debian, Ubuntu: apt-get install python3 python3-venv)" >&2
  return 1
}

as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"; else sudo -n "$@"; fi
}

need() { # need PURPOSE COMMAND...: COMMAND prints the packages, once the system's lists are fresh
  local purpose=$1 packages
  shift
  if ! command -v apt-get >/dev/null || ! as_root true 2>/dev/null; then
    echo "$purpose Please install it first (Debian, Ubuntu: sudo apt-get install $("$@" | xargs))." >&2
    exit 1
  fi
  as_root apt-get update -qq
  packages=$("$@" | xargs)
  echo "$purpose Installing $packages"
  # shellcheck disable=SC2086  # a list of packages
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $packages >/dev/null
}

venv_package() { # the version's own: python3.12-venv beside python3.12
  "$(python)" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

venv() {
  local interpreter
  interpreter=$(python)
  "$interpreter" -c 'import ensurepip, venv' 2>/dev/null || need "Python's module venv is missing." venv_package
}

java_version() { # the major version of the Java on the path; 0 without one
  java -version 2>&1 | sed -nE '1s/.*version "([0-9]+).*/\1/p' | grep . || echo 0
}

neo4j_packages() { # the newest JDK that Neo4j 5.26 runs on and that this release of the system has
  local version
  if (($(java_version) < 17)); then
    for version in 21 17; do
      if apt-cache show "openjdk-$version-jdk-headless" >/dev/null 2>&1; then break; fi
    done
    echo "openjdk-$version-jdk-headless"
  fi
  command -v mvn >/dev/null || echo maven
}

neo4j() {
  if (($(java_version) < 17)) || ! command -v mvn >/dev/null; then
    need "The tests start a Neo4j and a Fuseki server: that takes Java 17 or newer and Maven." neo4j_packages
  fi
}

browser_packages() { # under the name that this release of the system has; letters must be seen, too
  local name
  for name in chromium chromium-browser; do
    if apt-cache show "$name" >/dev/null 2>&1; then break; fi
  done
  echo "$name" fonts-dejavu-core
}

browser() { # named otherwise than the program, which `command -v` would take it for
  if ! command -v chromium chromium-browser google-chrome >/dev/null; then
    need "The tests look at Neo4j Browser in Chromium." browser_packages
  fi
}

"$@"
