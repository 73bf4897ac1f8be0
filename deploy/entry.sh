#!/bin/sh
# In the image: brings the lessons into the student's folder, then starts what was asked for.
set -eu
cd "$HOME"
node "$(dirname "$0")/prepareStudent.mjs"
exec "$@"
