#!/usr/bin/env bats
# The page of premain compare --html stands alone: one file that loads nothing,
# runs nothing, says all in words, and holds what the run has measured.

load helper
load compare/helper

# All tests but those of hostile names look at one page. It has the path of a
# tool that is wider than a phone, whatever folder this is run in.
setup_file()
{
	local wide=$BATS_FILE_TMPDIR/a-folder-whose-name-is-wider-than-a-phone
	mkdir "$wide"
	ln -s "$(command -v strip)" "$wide/strip"
	PATH=$wide:$PATH TMPDIR=$BATS_FILE_TMPDIR command premain compare --steps=2000 --rounds=3 \
		--html="$BATS_FILE_TMPDIR/page.html" \
		"$PREMAIN_TOP/examples/hello_world.c" \
		>"$BATS_FILE_TMPDIR/table" 2>&1
}

setup()
{
	compare_setup
	page=$BATS_FILE_TMPDIR/page.html
}

teardown() { compare_teardown; }

# elements NAME: how the elements of this name begin, one a line, in $output.
elements()
{
	run -0 grep -oE "<$1( [^>]*)?>" "$page"
}

@test "the page is one file that loads nothing and runs nothing" {
	[ "$(head -n 2 "$page")" = $'<!DOCTYPE html>\n<html lang="en">' ]
	[ "$(tail -n 1 "$page")" = '</html>' ]
	run -1 grep -niE '<(script|link|img|iframe|object|embed|base|form)' \
		"$page"
	run -1 grep -niE ' (src|srcset|on[a-z]+|action|background)=' "$page"
	run -1 grep -nE 'url\(|@import|javascript:|https?://' "$page"
}

@test "the page has the whole style sheet, as it was packed" {
	run -0 awk '/^<\/style>/ { on = 0 } on; /^<style>/ { on = 1 }' "$page"
	expect "$(cat "$PREMAIN_BUILD/premain/page/style.css")"
	[ "${output:0:25}" = ':root{color-scheme:light ' ]
	[ "${output: -2}" = '}}' ]
}

@test "each part of the page stands where page.html names it" {
	# No name is left, and nothing of page.html but the names is lost.
	run -1 grep -nE '\$(title|style|heading|table|sizes|start|traces|memory)' \
		"$page"
	run -1 grep -nE '\$(slots|making)|<!--' "$page"
	sed '1,/^-->/d' "$PREMAIN_TOP/premain/page/page.html" >lines
	run -0 awk 'NR == FNR { there[$0]; next } !/\$/ && !($0 in there)' \
		"$page" lines
	expect ''
	run -0 awk -F '"' '/<section/ { id = $2 } !/^<section/ &&
		match($0, /<table class="cards fits">| bytes<\/small>|<dt>kernel/) {
		there = id ": " substr($0, RSTART, RLENGTH)
		if (there != last) print there; last = there }' "$page"
	expect 'table: <table class="cards fits">
sizes:  bytes</small>
making: <dt>kernel'
}

@test "below the table, one line says where the page is" {
	run -0 tail -n 1 "$BATS_FILE_TMPDIR/table"
	expect "The same as a page, with more: $page"
}

@test "headings are in order, and each link of the page leads to one" {
	elements 'h[1-6]'
	[ "$(sed -n '/^<h1/p' <<<"$output")" = '<h1>' ]
	run -0 awk '{ level = substr($0, 3, 1) }
		level > last + 1 { print "after " last ": " $0 }
		{ last = level }' <<<"$output"
	expect ''
	run -0 grep -oE ' (id|href|aria-labelledby)="[^"]*"' "$page"
	awk -F '"' '/ id=/ { print $2 }' <<<"$output" | sort >ids
	[ "$(wc -l <ids)" -gt 4 ]
	[ -z "$(uniq -d ids)" ]
	awk -F '"' '!/ id=/ { sub(/^#/, "", $2); print $2 }' <<<"$output" |
		sort -u >wanted
	[ "$(wc -l <wanted)" -gt 4 ]
	run -0 comm -23 wanted ids
	expect ''
}

@test "each table has a caption and heads with a scope, each bar has words" {
	local tables bars
	elements table
	tables=${#lines[@]}
	elements caption
	[ "${#lines[@]}" = "$tables" ]
	elements thead
	[ "${#lines[@]}" = "$tables" ]
	elements th
	run -1 grep -v 'scope="\(row\|col\|rowgroup\|colgroup\)"' <<<"$output"
	elements ol
	bars=${#lines[@]}
	[ "$bars" -gt 4 ]
	[ "$(grep -c 'aria-label="[A-Z][^"]* ' <<<"$output")" = "$bars" ]
}

@test "the bytes of a bar are the bytes of its file" {
	run -0 awk '/<section id="sizes"/ { on = 1 } /<\/section>/ { on = 0 }
		on && /<small>/ { gsub(/.*<small>| bytes.*|,/, ""); size = $0 }
		on && /<ol class="bar"/ { sum = 0
			count = split($0, parts, /--n:/)
			for (i = 2; i <= count; i++) sum += parts[i] + 0
			print sum == size ? "whole" : size " and not " sum }' \
		"$page"
	[ "${#lines[@]}" -ge 3 ]
	[ "$(sort -u <<<"$output")" = whole ]
}

# cells SECTION ROW: what the table of a row says in a section, a line for each
# of its rows, without the tags, in $output.
cells()
{
	run -0 awk -v section="<section id=\"$1\"" -v row="<summary>$2<" '
		index($0, section) { on = 1 }
		/<\/section>|<\/details>/ { shown = 0 }
		/<\/section>/ { on = 0 }
		on && index($0, row) { shown = 1 }
		shown && /^<tr><th scope="row">/ { gsub(/<[^>]*>/, " ")
			gsub(/  +/, " "); gsub(/^ | $/, ""); print }' "$page"
	[ "${#lines[@]}" -gt 1 ]
}

# lines_of NAME: the numbers of the lines that the pair's table has of a variant.
lines_of()
{
	run -0 awk -v head="data-head=\"$1\"><code><small>" '
		/<section id="traces"/ { on = 1 } /<h3>|<\/section>/ { on = 0 }
		on && (at = index($0, head)) {
			print substr($0, at + length(head)) + 0 }' "$page"
}

@test "the pair's table has each line of both traces once, in its order" {
	needs_strace
	lines_of premain-static
	expect "$(seq "${#lines[@]}")"
	[ "${#lines[@]}" -ge 4 ]
	lines_of glibc-dynamic
	expect "$(seq "${#lines[@]}")"
	[ "${#lines[@]}" -gt 20 ]
	# Every line has a phase, and one that is alone or other has its cause.
	run -0 awk '/<section id="traces"/ { on = 1 } /<h3>/ { on = 0 }
		on && /^<tr>/ && (!/<span class="chip [a-z]+">[a-z]+<\/span>/ ||
			/"left wide"><\/td>/ != /<br><b>/)' "$page"
	expect ''
}

@test "each other trace stands alone, with what each line is for" {
	needs_strace
	cells traces premain-static-pie
	run -0 cut -d ' ' -f 1-2 <<<"$output"
	expect "$(printf '%s\n' 'exec 1' 'relro 2' 'main 3' 'exit 4' 'exit 5')"
}

needs_ptrace()
{
	run grep -c 'nothing may be traced here (ptrace(2))' "$page"
	[ "$output" = 0 ] || skip 'nothing may be traced here'
}

@test "before main, a static program has its code and what the kernel gives" {
	needs_ptrace
	cells memory premain-static
	[ "${lines[0]}" = '400000-401000 4,096 r-xp hello_world: code' ]
	[[ ${lines[1]} == 7* ]]
	run -0 grep -cE '^7[0-9a-f]+-7[0-9a-f]+ [0-9,]+ rw-p \[stack\]$' <<<"$output"
	expect 1
}

@test "before main, a dynamic program has its loader and its libraries" {
	needs_ptrace
	cells memory premain-dynamic
	run -0 grep -oE '(hello_world: .*|ld-premain.so.1: code)$' \
		<<<"$output"
	[ "$(head -n 3 <<<"$output")" = 'hello_world: code
hello_world: data, read-only since it was relocated
hello_world: data' ]
	[ "${lines[3]}" = 'ld-premain.so.1: code' ]
}

@test "a lazy slot leads to the program's own .plt until it is called" {
	needs_ptrace
	cells slots premain-dynamic
	run -0 grep ^puts <<<"$output"
	run -0 sed 's/0x[0-9a-f]*/X/g' <<<"$output"
	expect 'puts JUMP_SLOT X no RELRO, writable X no address yet X '\
'hello_world: .plt X ld-premain.so.1: puts'
}

@test "a slot bound at the start is filled before main, and kept by RELRO" {
	needs_ptrace
	cells slots premain-dynamic-now
	run -0 grep ^puts <<<"$output"
	run -0 sed 's/0x[0-9a-f]*/X/g' <<<"$output"
	expect 'puts JUMP_SLOT X RELRO, read-only X no address yet X '\
'ld-premain.so.1: puts the same'
}

@test "a program without main, or that ends before it, says so" {
	needs_ptrace
	program early <<<'#include <unistd.h>
	__attribute__((constructor)) static void leave(void) { _exit(3); }
	int main(void) { return 0; }'
	premain-gcc -O1 early.c -o static
	strip -o bare static
	premain compare --html=page early bare >/dev/null
	run -0 grep -o 'stopped at [^<]*' page
	expect 'stopped at AT_ENTRY, its own first instruction, for it ended '\
'before main
stopped at AT_ENTRY, its own first instruction, for nobody says where main is'
	run -0 grep -c '<td class="left wide" data-head="exit">the same' page
}

@test "hostile names are text and nothing else" {
	local names=('<script>alert(1)<b>' $'a"b\'c&amp;' $'new\nline'
		$'\xc3\xbcber' $'bad\xff\xe2\x80\xaeend')
	program hello <<<'int main(void) { return 0; }'
	for name in "${names[@]}"; do
		cp hello "$name"
	done
	premain compare --html=page "${names[@]}" >/dev/null
	page=page
	run -0 grep -o '<h1>.*' page
	expect '<h1>&lt;script&gt;alert(1)&lt;b&gt;, a&quot;b&#39;c&amp;amp;, '\
'new\nline, '$'\xc3\xbc''ber, bad\xff\xe2\x80\xaeend</h1>'
	run -1 grep -F '<script' page
	run -1 grep -F "a\"b'c" page
	run -0 grep -c 'alert(1)&lt;b&gt;' page
	# Nothing that is not UTF-8 is left, and no control but the new line.
	run -0 iconv -f UTF-8 -t UTF-8 -o copy page
	run -1 env LC_ALL=C grep -nP '[\x00-\x08\x0b-\x1f\x7f]' page
}

@test "of several files, each name says whose it is" {
	cat >one.c <<<'int main(void) { return 0; }'
	cp one.c '<two>.c'
	only "${COMPILER[@]}"
	compare_only --html=page one.c './<two>.c' >/dev/null
	page=page
	run -0 grep -o '<h3>.*dynamic <small>' page
	# Once among the sizes, and once among the starts.
	expect "$(printf '<h3>%s: glibc-dynamic <small>\n' one.c \
		'./&lt;two&gt;.c' one.c './&lt;two&gt;.c')"
}

@test "a disk that is full costs one line, and what was there stays" {
	program hello <<<'int main(void) { return 0; }'
	run --separate-stderr -1 premain compare --html=/dev/full hello
	one_line 'premain: compare: /dev/full: No space left on device'
	[ "${lines[0]:0:6}" = 'hello:' ]
	[ -c /dev/full ]
	run -1 grep 'The same as a page' <<<"$output"
	mkdir full
	echo '<!DOCTYPE html>before' >full/page
	run --separate-stderr -1 bash -c "trap '' XFSZ; ulimit -f 4
		premain compare --steps=0 --html=full/page ./hello"
	one_line 'premain: compare: full/page: File too large'
	[ "$(cat full/page)" = '<!DOCTYPE html>before' ]
	[ "$(ls full)" = page ]
}

@test "a file that is no page is not replaced by one" {
	program hello <<<'int main(void) { return 0; }'
	cp hello.c before.c
	run --separate-stderr -2 premain compare --html hello.c
	one_line 'premain: compare: hello.c: is there already, and is no page'
	[ -z "$output" ]
	run --separate-stderr -2 premain compare --html=hello hello
	[ -x hello ]
	cmp hello.c before.c
	: >empty
	premain compare --html=empty hello >/dev/null
	[ "$(tail -n 1 empty)" = '</html>' ]
}

@test "the page takes the place of a page, also behind a link" {
	program hello <<<'int main(void) { return 0; }'
	umask 027
	echo '<!DOCTYPE html>before' >page
	ln -s page link
	premain compare --html=link hello >/dev/null
	[ -L link ]
	[ "$(tail -n 1 page)" = '</html>' ]
	[ "$(stat -c %a page)" = 640 ]
	run --separate-stderr -1 premain compare --html=none/page hello
	one_line 'premain: compare: none/page: No such file or directory'
}

@test "without a tracer the page says why, and is a page" {
	program hello <<<'int main(void) { return 0; }'
	only true
	run --separate-stderr -0 compare_only --html=page hello
	[ "$(tail -n 1 page)" = '</html>' ]
	run -0 grep -oE 'the calls, because strace: not installed|'\
'system calls are not counted: strace: not installed' page
}

@test "where nobody may trace, the page says so, and has the sizes" {
	needs_strace
	program hello <<<'int main(void) { return 0; }'
	# Who is traced already cannot be traced by another.
	strace -f -o /dev/null premain trace ./hello >/dev/null 2>&1 &&
		skip 'nothing here forbids tracing'
	strace -f -o /dev/null "$PREMAIN_BUILD/bin/premain" compare \
		--rounds=0 --html=page ./hello >/dev/null
	run -0 grep -o '[^>]*nothing may be traced here (ptrace(2))' page
	[ "${#lines[@]}" -ge 3 ]
	[ "$(tail -n 2 <<<"$output")" = './hello: not known: nothing may be '\
'traced here (ptrace(2))
./hello: not known: nothing may be traced here (ptrace(2))' ]
	run -0 grep -c '<ol class="bar" aria-label="Owners' page
	expect 1
}

# What a browser sees of the page, in files of this folder: only once.
looked()
{
	local browser
	cd "$BATS_FILE_TMPDIR"
	[ ! -e looked ] || return 0
	browser=$(command -v chromium || command -v chromium-browser ||
		command -v google-chrome) ||
		skip 'no browser here: apt install chromium'
	command -v python3 >/dev/null ||
		skip 'who asks the browser is not here: apt install python3'
	python3 "$PREMAIN_TOP/tests/page/look.py" "$browser" "$page" >saw
	mv saw looked
}

@test "in a browser: no word to its console, nothing asked for" {
	looked
	run -0 grep -E '^(console|requests):' looked
	expect $'console: 0\nrequests: 1'
}

@test "in a browser: all links lead somewhere, the first by Tab to the figures" {
	looked
	run -0 grep -E '^(first tab|links):' looked
	expect $'first tab: #table\nlinks: all lead somewhere'
}

@test "in a browser: never wider than the window, from a phone's on" {
	looked
	run -0 grep sideways looked
	expect $'360 sideways: none\n800 sideways: none\n1400 sideways: none'
}

@test "in a browser: who hears the page has tables on a phone, too" {
	looked
	run -0 grep '^tables:' looked
	expect 'tables: the same on a phone'
}

@test "in a browser: light and dark can be seen, and read" {
	looked
	run -0 grep -cE '^[0-9]+ (light|dark) (contrast: enough|colours: many)$' \
		looked
	expect 12
}
