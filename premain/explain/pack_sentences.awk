# premain/explain/pack_sentences.awk
#
#	awk -f pack_sentences.awk SOURCE... >sentences.txt
#	awk -f pack_sentences.awk -v to=FOLDER PAIRS SOURCE...
#
# Prints the sentences of C sources; or, once premain/text/pack.awk has found
# the pairs of bytes for them, writes the sources with packed sentences into a
# folder. plain_words.c goes the way back.
#
# Sentences are what tell(), more() and their like are given, what is returned,
# and tables; not a string of one word, nor the name that a table's line begins
# with.

BEGIN {
	for (i = 1; i < 128; i++)
		code[sprintf("%c", i)] = i
}

to && FNR == NR {
	if (/pairs\[\]/)	# 128 is the first, 1 follows 255
		for (i = 128; match($0, /\\[0-7]+\\[0-7]+/); i++) {
			split(substr($0, RSTART + 1, RLENGTH), octal, "\\")
			rank[number(octal[1]) * 256 + number(octal[2])] = i
			$0 = substr($0, RSTART + RLENGTH)
		}
	next
}

function number(octal)
{
	return substr(octal, 1, 1) * 64 + substr(octal, 2, 1) * 8 + \
		substr(octal, 3, 1)
}

function rank_of(first, second)
{
	first = first * 256 + second
	return first in rank ? rank[first] : 512
}

# Of all pairs the one first that was found first, as long as there are any.
function packed(words,   bytes, count, i, best, to_here, text)
{
	count = length(words)
	for (i = 1; i <= count; i++)
		bytes[i] = code[substr(words, i, 1)]
	for (;;) {
		best = 512
		for (i = 1; i < count; i++)
			if (rank_of(bytes[i], bytes[i + 1]) < best)
				best = rank_of(bytes[i], bytes[i + 1])
		if (best == 512)
			break
		for (i = to_here = 1; i <= count; i++)
			if (i < count &&
			    rank_of(bytes[i], bytes[i + 1]) == best) {
				bytes[to_here++] = best % 256
				i++
			} else {
				bytes[to_here++] = bytes[i]
			}
		count = to_here - 1
	}
	for (i = 1; i <= count; i++)
		text = text sprintf("\\%03o", bytes[i])
	return text
}

# What stands between two escapes of a string: \n is as it is.
function part(words)
{
	if (!to && words)
		print words
	return to ? packed(words) : words
}

function sentence(string,   head)
{
	string = substr(string, 2, length(string) - 2)
	if (string !~ / / || string ~ /[a-z]_/ && string !~ / :|\\t| \\n$/)
		return "\"" string "\""
	if (FILENAME !~ /(known|plain)\.c$/ &&
	    (match(string, /^.* :/) || match(string, /^.*\\t/) ||
	    match(string, /^[A-Z0-9_]+ ([0-9]+ )?/))) {
		head = substr(string, 1, RLENGTH)
		string = substr(string, RLENGTH + 1)
	}
	while (match(string, /\\./)) {
		head = head part(substr(string, 1, RSTART - 1)) \
			substr(string, RSTART, RLENGTH)
		string = substr(string, RSTART + RLENGTH)
	}
	return "\"" head part(string) "\""
}

FNR == 1 {
	file = FILENAME
	sub(/.*\//, to "/", file)
	if (to)
		print "#line 1 \"" FILENAME "\"" >file
}

/^static const|^const char [a-z_]+\[\]|^\tstatic const char [a-z]+\[\]/ ||
/^\t+return |words = / ||
/(tell|tell_thread|more|put_told)\(/ {
	inside = 1
}

inside {
	line = ""
	while (match($0, /"([^"\\]|\\.)*"/)) {
		line = line substr($0, 1, RSTART - 1)
		string = substr($0, RSTART, RLENGTH)
		$0 = substr($0, RSTART + RLENGTH)
		line = line sentence(string)
	}
	$0 = line $0
}

/;$/ {
	inside = 0
}

to {
	print >file
}
