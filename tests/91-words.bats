#!/usr/bin/env bats
# the options of every subcommand are read in one way, and a wrong one is one line that says what is right

load helper

premain=$PREMAIN_BUILD/bin/premain

setup()
{
	cd "$BATS_TEST_TMPDIR"
}

@test "a value stands behind = or is the next word" {
	cp "$PREMAIN_BUILD/examples/02-exit" file
	run -0 "$premain" cost --format=csv file
	[ "${lines[0]%%,*}" = owner ]
	local one=$output
	run -0 "$premain" cost --format csv file
	expect "$one"
	run -0 "$premain" cost file --format csv
	expect "$one"
}

@test "what is not one of the choices, or no number of the range, is refused" {
	run -2 "$premain" cost --format=xml file
	expect 'premain: cost: --format=xml: takes table|markdown|csv|json'
	run -2 "$premain" cost --format=tab file
	expect 'premain: cost: --format=tab: takes table|markdown|csv|json'
	local number
	for number in 0 86401 -1 +1 1x '' 18446744073709551617; do
		run -2 "$premain" cost "--timeout=$number" -- true
		expect "premain: cost: --timeout=$number: takes a number, 1..86400"
	done
	run -2 "$premain" steps --limit=18446744073709551616 true
	expect 'premain: steps: --limit=18446744073709551616: takes a number, 0..'
}

@test "an option without its value, a flag with one, and no option at all" {
	run -2 "$premain" compare --pair
	expect 'premain: compare: --pair: takes A,B'
	run -2 "$premain" steps --calls=1 true
	expect 'premain: steps: --calls=1: takes no value'
	run -2 "$premain" contract --recor file
	expect 'premain: contract: --recor: no such option (premain contract --help lists them)'
	run -2 "$premain" diff $'--\e[31m' one two
	expect 'premain: diff: --\x1b[31m: no such option (premain diff --help lists them)'
}

@test "--help is heard among the first options, and is not a program's" {
	local name
	for name in compare contract cost diff explain ldd steps trace where; do
		run -0 "$premain" "$name" --help
		[[ $output == "usage: premain $name "* ]]
		run -0 "$premain" "$name" -h
		[[ $output == "usage: premain $name "* ]]
	done
	run -0 "$premain" compare --verbose --help
	[[ $output == "usage: premain compare "* ]]
	run -42 "$premain" trace -o log -- "$PREMAIN_BUILD/examples/02-exit" --help
	[[ $output != usage* ]]
}

@test "help is what the texts of premain/help say, to the letter" {
	local name usage
	run -0 "$premain" --help
	sed 's/^usage:/      /' <<<"$output" >all
	cat "$PREMAIN_TOP/premain/help/premain.txt" >own
	[ "$(tail -n "$(wc -l <own)" all)" = "$(cat own)" ]
	for name in compare contract cost diff explain ldd steps trace where; do
		"$premain" "$name" --help >shown
		cmp shown "$PREMAIN_TOP/premain/help/$name.txt"
		read -r _ usage <shown
		run -0 grep -cxF "       $usage" all
		expect 1
	done
}

@test "help that cannot be written is an error" {
	local name
	for name in compare ldd steps; do
		run -1 bash -c "'$premain' $name --help >/dev/full"
		expect 'premain: standard output: No space left on device'
	done
}
