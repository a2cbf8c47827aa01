#!/usr/bin/env bash
# Runs a script of the action with the Node that the project brings, else with the runner's own.
set -euo pipefail
PATH="$GITHUB_ACTION_PATH/node_modules/.bin:$PATH"
exec node "$GITHUB_ACTION_PATH/scripts/action/$1"
