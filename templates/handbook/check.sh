#!/bin/sh
#en Everything that a change of the handbook has to pass. Run it here with "sh check.sh"; the CI runs the same.
#en BYLAW names the command where it is not installed in this folder.
#zh 手册的每次修改都须通过的检查。在此执行“sh check.sh”；CI 执行的也是它。
#zh bylaw 没有装在本文件夹时，用变量 BYLAW 指明命令。
set -eu
cd "$(dirname "$0")"
: "${BYLAW:=npx --no-install bylaw}"

$BYLAW check
$BYLAW test --require 100
$BYLAW coverage
$BYLAW fmt --check
