# tests/dynamic/tangle.awk - libraries whose names get in each other's way
#
#	awk -f tangle.awk -v seed=N -v count=N -v names=N
#
# Writes into the current folder, in gas's language (NASM has neither versions
# nor unique symbols):
#
#	lNN.s		a library: defines some of the names n0, n1... as a
#			number of its own, each in one way or another, and has a
#			table of what it takes the names for
#	table.s		the program's table, and names of its own
#	stand-in-all.s	has every name in every version: linked as a library it
#			gives others' references their versions
#	stand-in-none.s	the same of a library without versions
#	libraries	for each library: name, versions (all, none), words of
#			its linking
#	order		what the program is linked with
#	tables.h	the names of all tables
#	versions	a version script

# The next number in [0, limit): Park and Miller's.
function random(limit)
{
	seed = seed * 16807 % 2147483647
	return int(seed / 7) % limit
}

function chance(percent) { return random(100) < percent }

# A number that a name stands for: nobody else has it.
function define(file, label)
{
	printf "\t.type %s, @object\n\t.size %s, 8\n%s:\t.quad %d\n", label,
		label, label, ++number >file
}

function bind(file, label,    way)
{
	way = random(10)
	printf "\t.%s %s\n", (way < 3 ? "weak" : "globl"), label >file
	if (way == 9)
		printf "\t.type %s, @gnu_unique_object\n", label >file
	return way
}

# One name in a library without versions, or without one for this name.
function define_plain(file, name,    way)
{
	define(file, name)
	way = bind(file, name)
	if (way == 8)
		printf "\t.protected %s\n", name >file
	if (way == 7)
		printf "\t.hidden %s\n", name >file
}

# One name in one to three versions; at most one is the default.
function define_versions(file, name,    i, version, label, default_one)
{
	default_one = 1 + random(4)
	version = random(3)
	for (i = 0; i < 3; i++) {
		version = version % 3 + 1
		if (chance(40))
			continue
		label = "d_" name "_" version
		define(file, label)
		bind(file, label)
		printf "\t.symver %s, %s%s%s, remove\n", label, name,
			(version == default_one ? "@@V" : "@V"), version >file
	}
}

function refer(file, i, versions,    name, label)
{
	name = "n" random(names)
	label = name
	if (versions && chance(60)) {
		label = "r_" i
		printf "\t.symver %s, %s@V%d, remove\n", label, name,
			1 + random(3) >file
	}
	printf "\t.weak %s\n\t.quad %s\n", label, label >file
}

function write_object(file, table, versions, needs, references,    i)
{
	printf "\t.data\n" >file
	for (i = 0; i < names; i++) {
		if (!chance(12))
			continue
		if (versions && chance(80))
			define_versions(file, "n" i)
		else
			define_plain(file, "n" i)
	}
	printf "\t.globl %s\n\t.type %s, @object\n\t.size %s, 8\n%s:\n",
		table, table, table, table >file
	for (i = 0; i < references; i++)
		refer(file, i, needs)
	printf "\t.quad -1\n\t.section .note.GNU-stack\n" >file
	close(file)
}

# All tables, and all names in all versions or none.
function write_stand_in(file, versions,    i, version)
{
	print "\t.data" >file
	for (i = 0; i < count; i++) {
		printf "\t.globl table_l%02d\n", i >file
		define(file, sprintf("table_l%02d", i))
	}
	for (i = 0; versions && i < names; i++)
		for (version = 1; version <= 3; version++) {
			define(file, "d" i "_" version)
			printf "\t.globl d%d_%d\n\t.symver d%d_%d, " \
				"n%d@%sV%d, remove\n", i, version, i, version,
				i, (version == 3 ? "@" : ""), version >file
		}
	print "\t.section .note.GNU-stack" >file
	close(file)
}

# The order in which the program needs them.
function write_order(file,    i, other, library, name)
{
	for (i = 0; i < count; i++)
		name[i] = i
	for (i = count - 1; i > 0; i--) {
		other = random(i + 1)
		library = name[i]
		name[i] = name[other]
		name[other] = library
	}
	for (i = 0; i < count; i++)
		printf "stand-in-l%02d.so\n", name[i] >file
	close(file)
}

function write_library(library,    base, versions, needs, words)
{
	base = sprintf("l%02d", library)
	versions = library % 2 == 0
	needs = chance(70)
	write_object(base ".s", "table_" base, versions, needs, 30)
	words = "-z now --hash-style=" style[1 + random(4)]
	if (chance(10))
		words = words " -Bsymbolic"
	if (needs)
		words = words sprintf(" stand-in-l%02d.so",
			2 * random(int(count / 2)))
	printf "%s %s %s\n", base, (versions ? "all" : "none"), words \
		>"libraries"
	printf " x(%s)", base >"tables.h"
}

BEGIN {
	split("gnu gnu both sysv", style, " ")
	print "V1 { }; V2 { }; V3 { };" >"versions"
	printf "#define TABLES(x) x(main)" >"tables.h"
	write_stand_in("stand-in-all.s", 1)
	write_stand_in("stand-in-none.s", 0)
	for (library = 0; library < count; library++)
		write_library(library)
	print "" >"tables.h"
	write_object("table.s", "table_main", 0, 1, 60)
	write_order("order")
}
