# Shared by the scripts of this folder; bash, sourced after `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Says one thing in both languages.
say() { printf '%s\n%s\n' "$1" "$2" >&2; }

# Ends with a message in both languages.
die() {
  say "lỗi: $1" "error: $2"
  exit 1
}

# Runs a command as the administrator.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "cần quyền quản trị để chạy: $*; hãy chạy lệnh này bằng root hoặc cài sudo" \
      "administrator rights are needed to run: $*; run it as root or install sudo"
  fi
}

# Installs the Debian packages that are missing, and nothing when none is.
need_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  command -v apt-get >/dev/null || die "hãy cài: ${missing[*]} (máy này không có apt-get)" \
    "please install: ${missing[*]} (there is no apt-get here)"
  say "Cài các gói còn thiếu: ${missing[*]}" "Installing the packages that are missing: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

need_swift() {
  command -v swift >/dev/null || die \
    "không thấy Swift; cài bộ công cụ Swift 6.3 từ https://www.swift.org/install rồi chạy lại" \
    "Swift was not found; install the Swift 6.3 toolchain from https://www.swift.org/install and run this again"
}

# Runs one named step and tells how long it took; the first command of it that fails ends everything.
#
# In a shell of its own, and not as a condition: bash forgets `set -e` in whatever a condition calls. So a step cannot set
# variables for the next.
step() {
  local step_name=$1 step_began=$SECONDS step_status
  shift
  printf '\n=== %s\n' "$step_name"
  set +e
  (
    set -euo pipefail
    "$@"
  )
  step_status=$?
  set -e
  if [ "$step_status" = 0 ]; then
    printf -- '--- %s: %d s\n' "$step_name" $((SECONDS - step_began))
  else
    printf -- '--- %s: FAILED after %d s (status %d)\n' "$step_name" $((SECONDS - step_began)) "$step_status" >&2
    exit "$step_status"
  fi
}

# The program as people get it: release, with Swift's libraries and libyaml inside.
#
# SwiftPM asks pkg-config how to link libyaml; here it is told to take the archive form.
release_swift_build() {
  local static=$root/.build/static-libraries source
  mkdir -p "$static"
  source=$(pkg-config --variable=pcfiledir yaml-0.1)/yaml-0.1.pc
  sed 's/-lyaml/-l:libyaml.a/' "$source" >"$static/yaml-0.1.pc"
  PKG_CONFIG_PATH=$static swift build --package-path "$root" -c release --static-swift-stdlib "$@"
}
build_release() { release_swift_build --product minhbach; }
release_program() { printf '%s/minhbach' "$(release_swift_build --show-bin-path)"; }
