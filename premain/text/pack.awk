# premain/text/pack.awk
#
#	awk [-v end=0] -f pack.awk FILE... >packed.inc
#
# ASCII as two C strings that are half as long together: the two bytes which
# stand beside each other most often become one that no text has, 128; then
# again, up to 255, and from 1 to 31 but for a tab and a line's end. Each of
# these may be a part of a later one. text_unpack.c goes the way back. Between
# two files is a NUL; with end=0 behind each line, in the place of its end.
# Source: P. Gage, A New Algorithm for Data Compression (byte pair encoding),
# The C Users Journal 12(2), 1994.

BEGIN {
	for (i = 1; i < 128; i++)
		code[sprintf("%c", i)] = i
	if (end == "")
		end = code["\n"]
}

FNR == 1 && NR > 1 {
	bytes[size++] = 0
}

{
	for (i = 1; i <= length($0); i++)
		bytes[size++] = code[substr($0, i, 1)]
	bytes[size++] = end + 0
}

# The pair that is there most often; of several the one that is so first.
function find_pair(   count, i, key, most, found)
{
	for (i = 0; i + 1 < size; i++) {
		key = bytes[i] * 256 + bytes[i + 1]
		if (++count[key] > most) {
			most = count[key]
			found = key
		}
	}
	return most > 3 ? found : -1
}

function replace(pair, byte,   from, to)
{
	for (from = to = 0; from < size; from++) {
		if (from + 1 < size &&
		    bytes[from] * 256 + bytes[from + 1] == pair) {
			bytes[to++] = byte
			from++
		} else {
			bytes[to++] = bytes[from]
		}
	}
	size = to
}

function escaped(byte)
{
	return sprintf("\\%03o", byte)
}

END {
	for (i = 128; i < 256 + 32; i++) {
		pair = 0
		if (i % 256 && i % 256 != code["\t"] && i % 256 != code["\n"]) {
			pair = find_pair()
			if (pair < 0)
				break
			replace(pair, i % 256)
		}
		pairs = pairs escaped(int(pair / 256)) escaped(pair % 256)
	}
	print "static const char pairs[] = \"" pairs "\";"
	printf "static const char packed[] = \""
	for (i = 0; i < size; i++)
		printf "%s", escaped(bytes[i])
	print "\";"
}
