#!/usr/bin/env bats
# What compare writes for programs has the shape of docs/compare.schema.json,
# in good days and bad ones.

load helper
load compare/helper

setup()
{
	compare_setup
	command -v python3 >/dev/null ||
		skip 'who reads the schema is not here: apt install python3'
	cat >bad.c <<<'int main(void) { return nothing; }'
	cat >crash.c <<<'int main(void) { return *(volatile int *)8; }'
	cat >hello.c <<<'int main(void) { return 0; }'
	gcc -O1 -static hello.c -o hello
}

teardown() { compare_teardown; }

# keeps FILE: whether a text keeps to the schema.
keeps()
{
	run -0 python3 "$PREMAIN_TOP/tests/compare/validate.py" \
		"$PREMAIN_TOP/docs/compare.schema.json" "$1"
}

@test "all variants, with steps and starts" {
	command premain compare --format=json --steps=2000 --rounds=2 \
		"$PREMAIN_TOP/examples/hello_world.c" >all
	keeps all
	[ "$(grep -c '"variant"' all)" -ge 15 ]
	[ "$(grep -c '"starts": {' all)" -ge 3 ]
	[ "$(grep -c '"name": ".text", "file": ' all)" -ge 3 ]
}

# shellcheck disable=SC2046 # strace_if_here is a word or nothing
@test "what cannot be built, crashes, hangs, is not there or is no program" {
	local word
	ln -s /usr/bin/sleep pause
	only "${COMPILER[@]}" $(strace_if_here)
	run --separate-stderr -1 compare_only --format=json --timeout=1 bad.c \
		crash.c ./pause ./none . -- 9
	printf '%s\n' "$output" >out
	keeps out
	for word in measured missing aside failed; do
		grep -q "\"state\": \"$word\"" out
	done
	grep -q '"timed_out": true' out
	needs_strace
	grep -q '"signal": "SIGSEGV"' out
}

@test "who reads the schema can say no, at each member" {
	local name
	premain compare --format=json --pair=./hello,./hello ./hello >out
	keeps out
	mkdir others
	for name in $(grep -o '"[a-z_0-9]*":' out | tr -d '":' | sort -u); do
		sed "s/\"$name\":/\"x$name\":/" out >"others/$name"
	done
	sed 's/"bytes": \([0-9]*\)/"bytes": "\1"/' out >others/text
	run -1 python3 "$PREMAIN_TOP/tests/compare/validate.py" \
		"$PREMAIN_TOP/docs/compare.schema.json" others/*
	[ "${#lines[@]}" -ge 50 ]
	[ "$(cut -d : -f 1 <<<"$output")" = "$(printf '%s\n' others/*)" ]
}
