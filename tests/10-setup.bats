#!/usr/bin/env bats
# setup installs what is missing, does nothing when all is there, and where it
# cannot install it prints the command and fails in one line.

bats_require_minimum_version 1.5.0

setup() {
	top=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	machine=$BATS_TEST_TMPDIR/machine
	mkdir "$machine"
	sh=$(command -v dash || command -v sh)
}

# A command of the pretended machine, which is all that its PATH holds.
pretend() {
	printf '#!%s\n%s\n' "$sh" "$2" >"$machine/$1"
	chmod +x "$machine/$1"
}

# Commands that need only to be there.
pretend_all() {
	local name
	for name in "$@"; do
		pretend "$name" 'exit 0'
	done
}

on_the_machine() {
	env -i PATH="$machine" "$sh" "$top/setup" </dev/null
}

needs=(bash gcc make nasm ld bats qemu-x86_64 strace)
peers=(g++ clang ld.lld gdb python3 musl-gcc diet klcc)

# What may differ from machine to machine are the two that are files.
like_debian() {
	local uapi=/usr/include/x86_64-linux-gnu/asm/unistd_64.h
	local glibc=/usr/lib/x86_64-linux-gnu/libc.a
	if ! [ -e "$uapi" ] || ! [ -e "$glibc" ]; then
		skip "only where the headers and libc.a lie as in Debian"
	fi
}

debian='bash gcc make nasm binutils bats qemu-user strace'
debian+=' g++ clang lld gdb python3 musl-tools dietlibc-dev libklibc-dev'

@test "with everything there it prints one line and starts no program" {
	like_debian
	pretend_all "${needs[@]}" "${peers[@]}"
	pretend apt-get 'echo apt-get was called; exit 1'
	pretend sudo 'echo sudo was called; exit 1'
	pretend id 'echo id was called; exit 1'
	run -0 on_the_machine
	[ "$output" = 'setup: nothing is missing, nothing to do' ]
}

@test "without root and sudo it prints the command and exits 1" {
	like_debian
	pretend_all apt-get
	pretend id 'echo 1000'
	run -1 on_the_machine
	[ "$output" = "setup: neither root nor sudo here; please run as root:\
 apt-get update && apt-get install -y $debian" ]
}

@test "a sudo that would ask for a password does not count without a terminal" {
	like_debian
	pretend_all apt-get
	pretend id 'echo 1000'
	pretend sudo 'exit 1'
	run -1 on_the_machine
	[ "$output" = "setup: neither root nor sudo here; please run as root:\
 apt-get update && apt-get install -y $debian" ]
}

@test "only what is missing is named" {
	like_debian
	pretend_all "${needs[@]}" "${peers[@]}" apt-get
	pretend id 'echo 1000'
	rm "$machine/nasm" "$machine/klcc"
	run -1 on_the_machine
	[ "$output" = "setup: neither root nor sudo here; please run as root:\
 apt-get update && apt-get install -y nasm libklibc-dev" ]
}

@test "the host's libc is a need: the tests compare with it" {
	like_debian
	pretend_all "${needs[@]}" "${peers[@]}" apt-get
	pretend id 'echo 1000'
	sed 's,^headers=/usr,&/none,' "$top/setup" >"$BATS_TEST_TMPDIR/setup"
	top=$BATS_TEST_TMPDIR
	run -1 on_the_machine
	[ "$output" = "setup: neither root nor sudo here; please run as root:\
 apt-get update && apt-get install -y libc6-dev" ]
}

@test "a missing peer alone is no failure" {
	like_debian
	pretend_all "${needs[@]}" "${peers[@]}" apt-get
	pretend id 'echo 1000'
	rm "$machine/klcc"
	run -0 on_the_machine
	[ "$output" = "setup: neither root nor sudo here; please run as root:\
 apt-get update && apt-get install -y libklibc-dev" ]
}

@test "Fedora's packages are named" {
	like_debian
	pretend_all dnf
	run -1 on_the_machine
	[ "$output" = 'setup: please run as root: dnf install -y bash gcc make nasm'\
' binutils bats qemu-user strace gcc-c++ clang lld gdb python3 musl-gcc'\
' dietlibc-devel' ]
}

@test "Arch's packages are named" {
	like_debian
	pretend_all pacman
	run -1 on_the_machine
	[ "$output" = 'setup: please run as root: pacman -S --needed bash gcc make'\
' nasm binutils bats qemu-user strace clang lld gdb python musl' ]
}

@test "Alpine's packages are named" {
	like_debian
	pretend_all apk
	run -1 on_the_machine
	[ "$output" = 'setup: please run as root: apk add bash gcc make nasm'\
' binutils bats qemu-x86_64 strace g++ clang lld gdb python3' ]
}

@test "an unknown distribution is told what to look for" {
	like_debian
	run -1 on_the_machine
	[ "$output" = 'setup: no apt-get, dnf, pacman or apk here; please install:'\
" $debian" ]
}

# An apt-get that writes down its calls, and installs by touching a command;
# it does not know the packages named in its first argument.
pretend_apt() {
	pretend apt-get "echo \"apt-get \$*\" >>$BATS_TEST_TMPDIR/calls
case \$* in *update*) exit 0;; esac
for package; do
	case ' $1 ' in *\" \$package \"*)
		echo \"E: Unable to locate package \$package\" >&2
		exit 100
	esac
done
for package; do
	case \$package in
	-*|install) continue;;
	libklibc-dev) name=klcc;;
	*) name=\$package;;
	esac
	: >$machine/\$name
	$(command -v chmod) +x $machine/\$name
done"
	ln -s "$(command -v env)" "$(command -v sed)" "$machine/"
}

calls() {
	[ "$(cat "$BATS_TEST_TMPDIR/calls")" = "$1" ]
}

apt='apt-get -q -y -o DPkg::Lock::Timeout=120'

@test "as root it updates and installs all in one go" {
	like_debian
	pretend_all "${needs[@]}" "${peers[@]}"
	rm "$machine/nasm" "$machine/klcc"
	pretend_apt ''
	pretend id 'echo 0'
	run -0 on_the_machine
	[ "$output" = 'setup: installing: nasm libklibc-dev
setup: done' ]
	calls "$apt update
$apt install --no-install-recommends nasm libklibc-dev"
}

@test "through sudo it asks for nothing when there is no terminal" {
	like_debian
	pretend_all "${needs[@]}" "${peers[@]}"
	rm "$machine/nasm"
	pretend_apt ''
	pretend id 'echo 1000'
	pretend sudo "echo \"sudo \$*\" >>$BATS_TEST_TMPDIR/calls
[ \"\$1\" = -n ] && shift
[ \"\$1\" = true ] || exec \"\$@\""
	run -0 on_the_machine
	[ "$output" = 'setup: installing: nasm
setup: done' ]
	calls "sudo -n true
sudo env DEBIAN_FRONTEND=noninteractive $apt update
$apt update
sudo env DEBIAN_FRONTEND=noninteractive $apt install\
 --no-install-recommends nasm
$apt install --no-install-recommends nasm"
}

@test "a peer that cannot be had is named with the reason, and status 0" {
	like_debian
	pretend_all "${needs[@]}" "${peers[@]}"
	rm "$machine/nasm" "$machine/klcc"
	pretend_apt libklibc-dev
	pretend id 'echo 0'
	run -0 on_the_machine
	[ "$output" = 'setup: installing: nasm libklibc-dev
setup: no libklibc-dev: Unable to locate package libklibc-dev
setup: done, without the peers: libklibc-dev' ]
}

@test "a need that cannot be had is named with the reason, and status 1" {
	like_debian
	pretend_all "${needs[@]}" "${peers[@]}"
	rm "$machine/nasm" "$machine/klcc"
	pretend_apt nasm
	pretend id 'echo 0'
	run -1 on_the_machine
	[ "$output" = 'setup: installing: nasm libklibc-dev
setup: no nasm: Unable to locate package nasm
setup: still missing: nasm' ]
	[ -x "$machine/klcc" ]
}

@test "it works from any folder, one with a space and one that is gone" {
	like_debian
	pretend_all "${needs[@]}" "${peers[@]}"
	mkdir "$BATS_TEST_TMPDIR/a folder" "$BATS_TEST_TMPDIR/gone"
	cd "$BATS_TEST_TMPDIR/a folder"
	run -0 on_the_machine
	[ "$output" = 'setup: nothing is missing, nothing to do' ]
	cd "$BATS_TEST_TMPDIR/gone"
	rmdir "$BATS_TEST_TMPDIR/gone"
	# dash itself warns on stderr that there is no folder here
	run -0 --separate-stderr on_the_machine
	[ "$output" = 'setup: nothing is missing, nothing to do' ]
	cd "$top"
}
