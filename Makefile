# Premain: everything that runs before main, and after it, without libc
#
#	make [O=build] [V=1]	the library, premain-gcc, premain
#	make examples		the ladder
#	make compare		one program in every variant, side by side
#	make test		all promises; the last line says how many hold
#	make test-page		the page of make compare, also in a browser
#	make bench		our figures beside those of others, measured now
#	make listings		source beside machine code, in reading order
#	make install		PREFIX=/usr/local DESTDIR=; and make uninstall
#	make clean

O = build
CC = gcc
CLANG = clang
NASM = nasm
AR = ar
LD = ld
STRIP = strip
AWK = awk
PREFIX = /usr/local
DESTDIR =
UAPI = /usr/include
JOBS = 2

ifneq ($V,1)
Q = @
endif

# What is missing is said in one line, before anything is built.
ifneq ($(MAKECMDGOALS),clean)
MISSING := $(shell for tool in $(firstword $(CC)) $(NASM) $(AR) $(LD) $(STRIP) \
		$(AWK); \
	do command -v $$tool >/dev/null || printf '%s ' $$tool; done)
ifneq ($(strip $(MISSING)),)
$(error no $(strip $(MISSING)): run ./setup)
endif
endif

.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules
.PHONY: all
all: lib $O/bin/premain

# ---- What the runtime is made of -------------------------------------------

# A room's sources are all that lie in it: $(call sources,FOLDER...). What a
# rule of its own wants is taken out.
sources = $(sort $(wildcard $(addsuffix /*.c,$1) $(addsuffix /*.asm,$1)))

CRT = $(filter-out $(addprefix crt/, start.asm main.asm exit.asm pie.asm), \
	$(call sources,crt))
SYSCALLS = $(call sources,syscalls)
STD := $(filter-out %-shared.c %-shared.asm std/stdio/percent-n%, \
	$(call sources,std/* std/sys/*))
# What -D_FORTIFY_SOURCE calls, each beside the function that it checks.
STD_CHECKED = $(filter %_chk.c %_2.c %/chk_fail.c,$(STD))
# What C++ asks of any runtime, in static programs.
STD_CXX = $(filter std/cxx/%,$(STD))

HEADERS = $(patsubst include/%,%,$(wildcard include/*.h include/*/*.h))

LOADER = $(call sources,loader/elf loader/dynamic)
LOADER_OBJECTS = $(LOADER:%=$O/%.o)
EXPLAIN = $(call sources,loader/explain)
EXPLAIN_OBJECTS = $(EXPLAIN:%=$O/%.o)

# ---- How it is compiled ----------------------------------------------------

# $(call accepts,FLAGS): those of the flags that this compiler knows. It is asked
# for all of them at once, and for each one only if it says no.
knows = $(shell $(CC) -Werror $1 -x c -S /dev/null -o /dev/null 2>/dev/null \
	&& echo '$1')
accepts = $(or $(call knows,$1),$(foreach flag,$1,$(call knows,$(flag))))

# -Oz where there is one: gcc has it since 12.
SMALL := $(or $(call accepts,-Oz),-Os)
# And what of it makes code larger nevertheless.
LEAN := $(call accepts,-fno-tree-loop-distribute-patterns -fno-thread-jumps \
	-fno-move-loop-invariants -fno-caller-saves -fno-tree-dominator-opts \
	-malign-data=abi)
# What makes the command smaller: measured, one by one.
TIGHT := -mgeneral-regs-only -fno-jump-tables $(call accepts,\
	-malign-data=abi -fira-region=all -fipa-pta -foptimize-strlen \
	-fsplit-wide-types-early -fno-caller-saves \
	-fno-expensive-optimizations -fno-forward-propagate \
	-fno-if-conversion -fno-move-loop-invariants \
	-fno-optimize-sibling-calls -fno-tree-loop-im \
	-fno-tree-switch-conversion -fno-tree-tail-merge)
# clang reaches variables of other objects by a table else: none are far away.
DIRECT := $(call accepts,-fdirect-access-external-data)
CFLAGS := -std=c11 $(SMALL) -g -Wall -Wextra -Wmissing-prototypes -Wshadow \
	-ffreestanding -fpie -mgeneral-regs-only -ffunction-sections \
	-fdata-sections -fno-stack-protector -fno-asynchronous-unwind-tables \
	-fcf-protection=none $(LEAN) $(DIRECT) $(WERROR)
CPPFLAGS := -I. -I$O/include -nostdinc -isystem $O/include \
	-isystem $(shell $(CC) -print-file-name=include)
# Newer NASMs warn of every relocation; older ones do not know that warning.
NASMWARN = -w+all -w-unknown-warning -w-reloc
NASMFLAGS = -f elf64 -g -F dwarf $(NASMWARN)

# snprintf and what it is made of: -O3, with all that saves bytes undone.
FAST := -O3 $(call accepts,-fthread-jumps -fmove-loop-invariants \
	-fcaller-saves -ftree-dominator-opts)
$(addprefix $O/std/stdio/, format_fast.c.o snprintf.c.o span.c.o \
	vsnprintf.c.o write_digits.c.o): CFLAGS += $(FAST)

# The loader's code asks for no address that a table would have to hold. What
# makes hello smaller makes the loader larger.
LOADER_CFLAGS := -Wconversion -fvisibility=hidden -fno-jump-tables \
	$(call accepts,-fthread-jumps -fno-tree-loop-im -fno-tree-tail-merge)
# What each start of a dynamic program runs through.
QUICK := -O2 $(call accepts,-falign-functions=1 -falign-jumps=1 \
	-falign-loops=1 -fno-reorder-blocks -fno-ivopts)
LOADER_QUICK = $(addprefix loader/, elf/check_headers.c elf/keep_entries.c \
	elf/locate.c elf/read_sized.c elf/window.c dynamic/lookup.c \
	dynamic/memory.c dynamic/order.c dynamic/process.c dynamic/relocate.c)

RUNTIME = $(CRT) $(SYSCALLS) $(STD)
OBJECTS = $(RUNTIME:%=$O/%.o)

# Other flags than last time make other objects: the flags are a file as well.
FLAGS := $(CC) $(CPPFLAGS) $(CFLAGS) $(NASM) $(NASMFLAGS) \
	$(LOADER_CFLAGS) $(QUICK) $(LOADER_QUICK) $(TIGHT)
ifneq ($(FLAGS),$(file <$O/flags))
$(shell mkdir -p $O)
$(file >$O/flags,$(FLAGS))
endif

# So are the names of the sources: what is made of one that goes, goes too.
NAMES := $(call sources,crt crt/* syscalls std/* std/sys/* loader/* premain \
	premain/*)
ifneq ($(NAMES),$(file <$O/names))
$(file >$O/names,$(NAMES))
endif

# The public headers; and the kernel's, in folders of their own, because the
# folder that the distribution keeps them in holds libc's headers too.
GENERATED = $(addprefix $O/include/, premain/syscalls.h premain/syscalls.inc \
	sys/syscall.h)
PUBLIC = $(HEADERS:%=$O/include/%) $(GENERATED)

$O/include/.made:
	@mkdir -p $O/syscalls $(sort $(dir $(PUBLIC)))
	$(Q)for folder in linux asm asm-generic; do \
		for place in $(UAPI) $(UAPI)/x86_64-linux-gnu; do \
			if [ -d $$place/$$folder ]; then \
				ln -sfn $$place/$$folder $O/include/$$folder; \
			fi; done; \
		[ -d $O/include/$$folder ] || { echo >&2 "make: no" \
			"kernel headers ($$folder): run ./setup"; exit 1; }; \
		done
	@touch $@

$(HEADERS:%=$O/include/%): $O/include/%: include/% | $O/include/.made
	$(Q)cp -f $< $@

# syscalls.tbl becomes headers, and a stub for each call.
$O/include/premain/syscalls.h: syscalls/syscalls.tbl syscalls/generate.awk \
		| $O/include/.made
	@rm -f $O/syscalls/*.asm $O/syscalls/*.stub.o
	$(Q)$(AWK) -f syscalls/generate.awk -v out=$O syscalls/syscalls.tbl
	@touch $@
$(filter-out %/syscalls.h,$(GENERATED)): $O/include/premain/syscalls.h
	@touch $@

# -MD, not -MMD: to gcc, our public headers are system headers.
$O/%.c.o: %.c $O/flags | $(PUBLIC)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MD -MP -c $< -o $@

$O/%.asm.o: %.asm $O/flags
	@mkdir -p $(@D)
	$(Q)$(NASM) $(NASMFLAGS) $< -o $@

$(LOADER_OBJECTS) $(EXPLAIN_OBJECTS): CFLAGS += $(LOADER_CFLAGS)
$(LOADER_QUICK:%=$O/%.o): CFLAGS += $(QUICK)
$O/loader/elf/check_fours.c.o: CFLAGS := $(filter-out -mgeneral-regs-only, \
	$(CFLAGS)) $(QUICK)

-include $(OBJECTS:.o=.d) $(LOADER_OBJECTS:.o=.d) $(EXPLAIN_OBJECTS:.o=.d)

# A stub for each system call: hundreds of tiny objects, made in one go.
$O/syscalls/.made: $O/include/premain/syscalls.h $O/flags
	$(Q)cd $O/syscalls && ls *.asm | xargs -P $(JOBS) -n 32 sh -ec \
		'for stub; do $(NASM) -f elf64 $$stub -o $${stub%.asm}.stub.o; done' sh
	@touch $@

$O/lib/libpremain.a: $(OBJECTS) $O/syscalls/.made $O/names
	@mkdir -p $(@D)
	@rm -f $@
	$(Q)$(AR) qcs $@ $(OBJECTS) $O/syscalls/*.stub.o

# The start: static, and static-PIE, which begins with moving itself.
START = $(addprefix $O/crt/, start.asm.o main.asm.o exit.asm.o)
$O/lib/crt1.o: $(START)
$O/lib/rcrt1.o: $(START) $O/crt/pie.asm.o
$O/lib/crt1.o $O/lib/rcrt1.o:
	@mkdir -p $(@D)
	$(Q)$(LD) -r $^ -o $@
-include $O/std/stdio/percent-n.c.d
$O/lib/percent-n.o: $O/std/stdio/percent-n.c.o
	@mkdir -p $(@D)
	$(Q)cp -f $< $@

# Who tells what it does is an object of its own, mapped where it is asked for.
$O/lib/ld-premain-explain.so.1: $(EXPLAIN_OBJECTS) $O/lib/libpremain.a \
		$O/names
	$(Q)$(LD) -shared -e explain -soname=$(@F) --exclude-libs ALL \
		--gc-sections -z norelro -z noseparate-code \
		-z max-page-size=4096 -Bsymbolic --no-undefined \
		$(filter %.o %.a,$^) -o $@

# ---- The runtime as a shared library ---------------------------------------

# Two libraries have the archive's members between them. The first one is what
# most programs want, and nothing else, for it is shipped with each of them: a
# program's start and end, memory, strings, numbers, printing, and the calls
# that read and write files. It is one file with the loader. The second one is
# the rest of ISO C and POSIX, and what only other C libraries' headers make of
# a name.
EVERYDAY = $(filter-out $(STD_CHECKED) $(addprefix std/, \
	ctype/case_table.c ctype/isascii.c ctype/toascii.c stdio/perror.c \
	stdio/rename.c stdio/streams.c) std/ctype/ctype_%, $(filter \
	std/assert/% std/ctype/% std/errno/% std/stdio/% std/sys/auxv/%, \
	$(STD))) \
	$(addprefix std/, fcntl/open.c stdlib/abort.c stdlib/abs.c \
	stdlib/aligned_alloc.c stdlib/atoi.c stdlib/atol.c stdlib/calloc.c \
	stdlib/find_variable.c stdlib/free.c stdlib/getenv.c stdlib/heap.c \
	stdlib/malloc.c stdlib/posix_memalign.c stdlib/qsort.c \
	stdlib/qsort_r.c stdlib/realloc.c stdlib/secure_getenv.c \
	stdlib/sort.c stdlib/strtol.c stdlib/strtoul.c stdlib/to_integer.c \
	string/memchr.c string/memcmp.c string/memcpy.asm string/memmove.asm \
	string/memset.asm string/stpcpy.c string/strcat.c string/strchr.c \
	string/strcmp.c string/strcpy.c string/strcspn.c string/strlen.c \
	string/strncat.c string/strncmp.c string/strncpy.c string/strnlen.c \
	string/strrchr.c strings/bcmp.c sys/mman/mmap.c sys/mman/mprotect.c \
	sys/mman/munmap.c unistd/close.c unistd/complain.c unistd/getpid.c \
	unistd/lseek.c unistd/read.c unistd/write.c)
POSIX = $(filter-out $(EVERYDAY) $(STD_CXX),$(STD))

# Not in the first one: what starts a static program, and what exists for speed
# (layout/ld-premain.ld). Some is compiled once more: not for speed, and to reach
# environ by a pointer (crt/shared/initial.c).
SHARED_CRT = $(addprefix crt/, \
	atexit.asm atexit.c auxv.asm auxv.c canary.c cxa_atexit.c environ.asm \
	exit.asm shared/exit.asm shared/initial.c)
SHARED_AGAIN = crt/shared/libc_start_main.c $(addprefix std/, \
	stdio/snprintf.c stdio/vsnprintf.c stdlib/find_variable.c)
SHARED_FAST = $(addprefix std/stdio/, format_fast.c span.c write_digits.c)
SHARED_OWN = $(addprefix std/, stdio/percent-n-shared.c \
	stdio/puts-shared.c string/strlen-shared.asm)
SHARED = $(filter-out $(SHARED_AGAIN) $(SHARED_FAST) std/stdio/puts.c \
	std/string/strlen.c,$(SHARED_CRT) $(EVERYDAY)) $(SHARED_OWN) \
	syscalls/syscall.asm
SHARED_OBJECTS = $(SHARED:%=$O/%.o) $(SHARED_AGAIN:%=$O/again/%.o)

$O/again/%.c.o: %.c $O/flags | $(PUBLIC)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) '-D__environ=(*__premain_environ)' \
		-MD -MP -c $< -o $@
-include $(SHARED_AGAIN:%=$O/again/%.d) \
	$(patsubst %,$O/%.d,$(filter crt/shared/%.c %-shared.c,$(SHARED)))

# The second one has the first one's errno, and copies of what is not public.
POSIX_ASM = $(filter %.asm,$(POSIX)) std/errno/result-shared.asm
POSIX_PIC = $(filter %.c,$(POSIX)) $(addprefix std/, \
	stdlib/find_variable.c stdlib/to_integer.c unistd/complain.c)
POSIX_OBJECTS = $(POSIX_ASM:%=$O/%.o) $(POSIX_PIC:%=$O/pic/%.o)

# What every object has to itself, and the kernel's calls by their own names.
NONSHARED = crt/shared/dso_handle.asm $(addprefix syscalls/, clone.asm \
	clone3.asm rt_sigreturn.asm sys_call.asm vfork.asm)
NONSHARED_PIC = crt/shared/atexit.c crt/thread_atexit.c std/cxx/one_thread.c
NONSHARED_OBJECTS = $(NONSHARED:%=$O/%.o) $(NONSHARED_PIC:%=$O/pic/%.o)
$(NONSHARED_PIC:%=$O/pic/%.o): CFLAGS += -fvisibility=hidden

$O/pic/%.c.o: %.c $O/flags | $(PUBLIC)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(filter-out $(DIRECT),$(CFLAGS)) -fPIC -fno-plt \
		-MD -MP -c $< -o $@
-include $(patsubst %,$O/pic/%.d,$(POSIX_PIC) $(NONSHARED_PIC))

$O/lib/libpremain_nonshared.a: $(NONSHARED_OBJECTS) $O/syscalls/.made
	@mkdir -p $(@D)
	@rm -f $@
	$(Q)$(AR) qcs $@ $(NONSHARED_OBJECTS) $O/syscalls/*.stub.o

# How both are linked: as small as can be, bound at their start.
LINK_SHARED = $(LD) -shared -T layout/$(@F:.so.1=.ld) \
	--version-script=layout/$(@F:.so.1=.ver) --gc-sections -z defs \
	-z noseparate-code -z max-page-size=4096 --hash-style=gnu

# The loader and the first library: programs know it by the library's name.
$O/lib/ld-premain.so.1: $O/ld-premain.o $O/crt/relocate.c.o \
		$(SHARED_OBJECTS) $O/lib/libpremain_nonshared.a \
		layout/ld-premain.ld layout/ld-premain.ver $O/names
	$(Q)$(LINK_SHARED) -soname libpremain.so.1 -Bsymbolic -z norelro \
		--spare-dynamic-tags=0 $(filter %.o %.a,$^) -o $@
# What the loader copies is copied by functions of its own (bytes.asm).
$O/ld-premain.o: $(LOADER_OBJECTS) $O/names
	$(Q)$(LD) -r --unique --wrap=memcpy --wrap=memmove --wrap=memset \
		$(LOADER_OBJECTS) -o $@
$O/lib/libpremain.so.1: $O/lib/ld-premain.so.1
	$(Q)ln -sf $(<F) $@

$O/lib/libpremain_posix.so.1: $(POSIX_OBJECTS) $O/lib/libpremain_nonshared.a \
		$O/lib/libpremain.so.1 $(wildcard layout/libpremain_posix.*) $O/names
	$(Q)$(LINK_SHARED) -soname $(@F) -Bsymbolic-functions \
		--dynamic-list=layout/$(@F:.so.1=.list) -z now -z relro \
		--spare-dynamic-tags=1 \
		$(filter %.o %.a %/libpremain.so.1,$^) -o $@

# The start of a dynamic program; and what begins and ends _init and _fini.
$O/lib/Scrt1.o: $O/crt/shared/start.asm.o
$O/lib/crti.o: $O/crt/shared/crti.asm.o
$O/lib/crtn.o: $O/crt/shared/crtn.asm.o
$O/lib/percent-n-ask.o: $O/std/stdio/percent-n-ask.asm.o
$(addprefix $O/lib/, Scrt1.o crti.o crtn.o percent-n-ask.o):
	@mkdir -p $(@D)
	$(Q)cp -f $< $@

DYNAMIC_LIB = $(addprefix $O/lib/, libpremain.so.1 libpremain_posix.so.1 \
	libpremain_nonshared.a ld-premain-explain.so.1 Scrt1.o crti.o crtn.o \
	percent-n-ask.o)

# ---- The compiler wrapper --------------------------------------------------

LAYOUTS = linker.ld linker-hardened.ld $(addprefix layout/premain-, \
	arrays.ld dynamic.ld dynamic-head.ld dynamic-now.ld dynamic-tail.ld \
	lld.ld needs.ld rela.ld start.ld)
LINKERS = ld ld.bfd ld.lld ld.gold ld.mold
WRAPPERS = premain-gcc premain-g++ premain-clang premain-clang++

$O/lib/.made: $(LAYOUTS) wrapper/ld.sh wrapper/dynamic.sh wrapper/cc.sh
	@mkdir -p $O/lib/link $O/bin
	$(Q)cp -f $(LAYOUTS) $O/lib
	$(Q)for name in $(LINKERS); do cp -f wrapper/ld.sh $O/lib/link/$$name; done
	$(Q)cp -f wrapper/dynamic.sh $O/lib/link
	$(Q)for name in $(WRAPPERS); do cp -f wrapper/cc.sh $O/bin/$$name; done
	$(Q)chmod +x $(LINKERS:%=$O/lib/link/%) $(WRAPPERS:%=$O/bin/%)
	@touch $@

LIB = $O/lib/libpremain.a $O/lib/crt1.o $O/lib/rcrt1.o $O/lib/percent-n.o \
	$O/lib/ld-premain.so.1 $(DYNAMIC_LIB) $O/lib/.made
.PHONY: lib
lib: $(LIB)

# ---- The ladder (examples/README.md), and what each rung is made of --------

EXAMPLES = 01-elf 01-elf-smallest 02-exit 03-write 04-arguments 05-start \
	hello_world hello_world_skeptic hello_world_skeptic89 hello_name add \
	07-static-pie 08-constructors 09-tls 10-library explore_plt 11-plt \
	11-plt-now 12-format 12-format-now 12-format-safe libloud.so \
	14-versions 14-versions-old 15-order

.PHONY: examples
examples: $(EXAMPLES:%=$O/examples/%)

# 1: NASM writes the program itself; there is no linker.
$O/examples/01-elf: examples/01-elf.asm
$O/examples/01-elf-smallest: examples/01-elf-smallest.asm
$O/examples/01-elf $O/examples/01-elf-smallest:
	@mkdir -p $(@D)
	$(Q)$(NASM) $(NASMWARN) -f bin $< -o $@
	$(Q)chmod +x $@

# 2 to 5: objects and the linker, no library.
$O/examples/02-exit: $O/examples/02-exit.asm.o
$O/examples/03-write: $O/examples/03-write.asm.o
$O/examples/04-arguments: $O/examples/04-arguments.asm.o
$O/examples/05-start: $O/examples/05-start.asm.o $O/examples/05-start.c.o
$O/examples/02-exit $O/examples/03-write $O/examples/04-arguments \
$O/examples/05-start:
	$(Q)$(LD) $^ -o $@

$O/examples/05-start.c.o: examples/05-start.c
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 -Wall -Wextra -O1 -g -ffreestanding \
		-fno-stack-protector -fno-pie -c $< -o $@

# 6 to 9 and the small questions: one C file, and premain-gcc brings the rest.
# Two programs are wrong on purpose and say so in their comments: their
# warnings are switched off here, and looked at in tests/80-examples.bats.
PREMAIN_GCC = $O/bin/premain-gcc -O1 -g
old_main = -Wno-implicit-int -Wno-implicit-function-declaration \
	-Wno-builtin-declaration-mismatch
void_main = -Wno-main -Wno-return-type -Wno-return-mismatch

$O/examples/hello_world: examples/hello_world.c
$O/examples/hello_world_skeptic: examples/hello_world_skeptic.c
$O/examples/hello_world_skeptic89: examples/hello_world_skeptic.c
$O/examples/hello_name: examples/hello_name.c
$O/examples/add: examples/add.c
$O/examples/07-static-pie: examples/07-static-pie.c
$O/examples/08-constructors: examples/08-constructors.c
$O/examples/09-tls: examples/09-tls.c

$O/examples/hello_world_skeptic: EXAMPLE_FLAGS = $(old_main)
$O/examples/hello_world_skeptic89: EXAMPLE_FLAGS = -std=gnu89 $(old_main)
$O/examples/hello_name: EXAMPLE_FLAGS = $(void_main)
$O/examples/07-static-pie: EXAMPLE_FLAGS = -static-pie

$O/examples/hello_world $O/examples/hello_world_skeptic \
$O/examples/hello_world_skeptic89 $O/examples/hello_name $O/examples/add \
$O/examples/07-static-pie $O/examples/08-constructors $O/examples/09-tls: \
		$(LIB)
	@mkdir -p $(@D)
	$(Q)$(PREMAIN_GCC) $(EXAMPLE_FLAGS) $(filter examples/%.c,$^) -o $@

# 10 to 15: programs that meet their libraries when they run. A library lies
# beside its programs, and is found by their DT_RUNPATH, $ORIGIN.
beside = -Wl,--no-as-needed '-Wl,-rpath,$$ORIGIN'

$O/examples/libarea.so: examples/10-area.c
$O/examples/10-library: examples/10-library.c $O/examples/libarea.so
$O/examples/explore_plt: examples/explore_plt.c
$O/examples/11-plt: examples/11-plt.c
$O/examples/11-plt-now: examples/11-plt.c
$O/examples/12-format: examples/12-format.c
$O/examples/12-format-now: examples/12-format.c
$O/examples/12-format-safe: examples/12-format.c
$O/examples/libloud.so: examples/13-preload.c
$O/examples/libgreet.so.2: examples/14-greet.c examples/14-greet.map
$O/examples/14-versions: examples/14-versions.c $O/examples/libgreet.so.2
$O/examples/14-versions-old: examples/14-versions.c $O/examples/libgreet.so.2
$O/examples/libground.so: examples/15-order.c
$O/examples/libhouse.so: examples/15-order.c $O/examples/libground.so
$O/examples/15-order: examples/15-order.c $O/examples/libhouse.so

now = -Wl,-z,now
careless = -no-pie -Wno-format-security -Wno-format-nonliteral
$O/examples/11-plt-now: EXAMPLE_FLAGS = $(now)
$O/examples/12-format: EXAMPLE_FLAGS = $(careless) --percent-n
$O/examples/12-format-now: EXAMPLE_FLAGS = $(careless) --percent-n $(now)
$O/examples/12-format-safe: EXAMPLE_FLAGS = $(careless)
$O/examples/libgreet.so.2: EXAMPLE_FLAGS = \
	-Wl,--version-script=examples/14-greet.map
$O/examples/14-versions-old: EXAMPLE_FLAGS = -DOLD
$O/examples/libground.so: EXAMPLE_FLAGS = -DPART='"ground"'
$O/examples/libhouse.so: EXAMPLE_FLAGS = -DPART='"house"'
$O/examples/15-order: EXAMPLE_FLAGS = -DPROGRAM -DPART='"program"'

$O/examples/libarea.so $O/examples/libloud.so $O/examples/libgreet.so.2 \
$O/examples/libground.so $O/examples/libhouse.so: $(LIB)
	@mkdir -p $(@D)
	$(Q)$(PREMAIN_GCC) -shared -fpic $(EXAMPLE_FLAGS) \
		-Wl,-soname,$(@F) $(beside) $(filter examples/%.c \
		$O/examples/%,$^) -o $@

$O/examples/10-library $O/examples/explore_plt $O/examples/11-plt \
$O/examples/11-plt-now $O/examples/12-format $O/examples/12-format-now \
$O/examples/12-format-safe $O/examples/14-versions \
$O/examples/14-versions-old $O/examples/15-order: $(LIB)
	@mkdir -p $(@D)
	$(Q)$(PREMAIN_GCC) -dynamic $(EXAMPLE_FLAGS) $(beside) \
		$(filter examples/%.c $O/examples/%,$^) -o $@

# ---- The premain command, on this runtime like any other program -----------

# main.c is the last: it stands beside std/, so that a start needs fewer pages.
PREMAIN = $(filter-out premain/main.c,$(call sources,premain premain/*)) \
	premain/main.c
PREMAIN_OBJECTS = $(PREMAIN:%=$O/%.o)

$(PREMAIN_OBJECTS): $O/%.c.o: %.c $O/flags wrapper/cc.sh | $O/lib/.made $(PUBLIC)
	@mkdir -p $(@D)
	$(Q)$O/bin/premain-gcc -std=c11 $(SMALL) $(TIGHT) -g -Wall \
		-Wextra -Wmissing-prototypes -Wshadow -ffunction-sections \
		-fdata-sections $(WERROR) -D_GNU_SOURCE -I. -I$O \
		-MD -MP -c $(or $(PACKED),$<) -o $@

# Explanations are sentences, and are packed: their sources are written once
# more, with pairs of bytes that stand for the most frequent ones.
SENTENCES = $(addprefix premain/explain/, descriptors.c draw.c \
	explain_line.c files.c heap.c known.c memory.c network.c number.c \
	places.c plain.c processes.c program.c protect.c put_owner.c \
	questions.c search.c signals.c stat.c streams.c tell.c threads.c \
	zeros.c)
SENTENCE_OBJECTS = $(SENTENCES:%=$O/%.o)
$O/premain/explain/pairs.inc: $(SENTENCES) premain/text/pack.awk \
		premain/explain/pack_sentences.awk Makefile
	@mkdir -p $(@D)
	$(Q)$(AWK) -f premain/explain/pack_sentences.awk $(SENTENCES) \
		>$(@D)/sentences.txt
	$(Q)$(AWK) -f premain/text/pack.awk $(@D)/sentences.txt \
		>$(@D)/packed.inc
	$(Q)sed 1q $(@D)/packed.inc >$@
	$(Q)$(AWK) -f premain/explain/pack_sentences.awk -v to=$(@D) $@ \
		$(SENTENCES)
$(SENTENCE_OBJECTS): private PACKED = $(@:.o=)
$(SENTENCE_OBJECTS) $O/premain/explain/plain_words.c.o: \
	$O/premain/explain/pairs.inc

# The names of system calls, for the tracer that needs no other: a line for each
# number, empty where there is none, with how many arguments it takes in front.
$O/premain/steps/names.inc: syscalls/syscalls.tbl premain/text/pack.awk Makefile
	@mkdir -p $(@D)
	$(Q)$(AWK) -F '\t' '/^[0-9]/ { for (; number < $$1; number++) \
				print ""; \
			print ($$3 == "void" ? 0 : \
				split($$3, arguments, ",")) $$2; number++ }' \
		$< >$O/premain/steps/names.txt
	$(Q)$(AWK) -v end=0 -f premain/text/pack.awk \
		$O/premain/steps/names.txt >$@
$O/premain/steps/call_name.c.o: $O/premain/steps/names.inc

# The page's style sheet without what only its reader needs: comments, blanks,
# and long names of variables (those of a page are short); then it is packed.
$O/premain/page/style.inc: premain/page/style.css premain/text/pack.awk Makefile
	@mkdir -p $(@D)
	$(Q)$(AWK) '/\/\*/ { hidden = 1 } !hidden && NF { sub(/^\t+/, ""); \
		sub(/: /, ":"); sub(/ [{]$$/, "{"); gsub(/, /, ","); \
		sheet = sheet $$0 } \
		/\*\// { hidden = 0 } \
		END { gsub(/;}/, "}", sheet); \
		for (i = 1; match(sheet, /--[a-z][a-z][a-z]+/); i++) \
			gsub(substr(sheet, RSTART, RLENGTH), "--" \
				substr("abcdefghijklmopqrstuvwxyz", i, 1), sheet); \
		print sheet }' $< >$O/premain/page/style.css
	$(Q)$(AWK) -f premain/text/pack.awk $O/premain/page/style.css >$@
$O/premain/page/page_put_style.c.o: $O/premain/page/style.inc

# And what every page has, without the comment in front of it.
$O/premain/page/page.inc: premain/page/page.html premain/text/pack.awk Makefile
	@mkdir -p $(@D)
	$(Q)sed '1,/^-->/d' $< >$O/premain/page/page.html
	$(Q)$(AWK) -f premain/text/pack.awk $O/premain/page/page.html >$@
$O/premain/page/page_put.c.o: $O/premain/page/page.inc

# What --help prints, packed like it: in main.c's order, its own at the end.
HELP = $(patsubst %,premain/help/%.txt,compare contract cost diff explain ldd \
	steps trace where premain)
$O/premain/help.inc: $(HELP) premain/text/pack.awk Makefile
	@mkdir -p $(@D)
	$(Q)$(AWK) -f premain/text/pack.awk $(HELP) >$@
$O/premain/main.c.o: $O/premain/help.inc

-include $(PREMAIN_OBJECTS:.o=.d)

# What compare shows by itself are the examples: a link leads to them. Debuggers
# find their symbols in the file beside the objects. The small formatter will do.
$O/bin/premain: $O/premain/premain
	@ln -sfn "$$(pwd)/examples" $O/source
	$(Q)$(STRIP) -o $@ $<
$O/premain/premain: $(PREMAIN_OBJECTS) $(LIB) $O/names
	$(Q)$O/bin/premain-gcc $(PREMAIN_OBJECTS) -o $@ \
		-Wl,--defsym=__premain_format_fast=__premain_format

SRC = examples/hello_world.c
ARGS =
.PHONY: compare
compare: all
	$(Q)$O/bin/premain compare --html=$O/compare.html "$(SRC)" -- $(ARGS)

# ---- Tests, figures, listings, installation --------------------------------

.PHONY: test test-page bench bench-tools listings install uninstall
# Two files are tested at a time; as many jobs build, unless -j asks for others.
test:
	$(Q)$(MAKE) $(if $Q,-s) --no-print-directory $(if $(findstring \
		jobserver,$(MAKEFLAGS)),,-j$(JOBS)) all examples bench-tools
	$(Q)PREMAIN_BUILD="$$(cd $O && pwd)" tests/run

# The page of make compare alone, also in a browser, where there is one.
test-page: all
	$(Q)PREMAIN_BUILD="$$(cd $O && pwd)" tests/run 99-page.bats

# ONLY names groups of figures: size instructions start snprintf memory build
# dynamic scale search dlopen.
ONLY =
bench: all bench-tools
	$(Q)PREMAIN_BUILD="$$(cd $O && pwd)" tests/bench/run $(ONLY)

# What measures is an ordinary program of the host; it is never measured.
bench-tools: $(addprefix $O/bench/, steps spawn floor floor-ld)
$O/bench/steps: tests/bench/steps.c
$O/bench/spawn: tests/bench/spawn.c
$O/bench/steps $O/bench/spawn:
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 -O2 -Wall -Wextra -Wmissing-prototypes -Wshadow \
		$(WERROR) $< -o $@

# The floor in one segment, as our programs are; and as ld lays it by itself.
$O/bench/floor: FLOOR_FLAGS = -z noseparate-code
$O/bench/floor $O/bench/floor-ld: $O/tests/bench/floor.asm.o
	@mkdir -p $(@D)
	$(Q)$(LD) -s $(FLOOR_FLAGS) $< -o $@

# The reading order: what is compiled with its machine code beside it, and all
# sources in one file to print.
READING = examples/01-elf.asm examples/02-exit.asm examples/03-write.asm \
	examples/04-arguments.asm examples/05-start.asm examples/05-start.c \
	examples/hello_world.c crt/start.asm crt/stack.h crt/main.asm \
	crt/constructors.asm crt/constructors.c std/stdio/printf.c \
	std/stdio/print.c std/stdio/format.h std/stdio/format.c \
	std/stdio/write_all.asm syscalls/syscalls.tbl syscalls/sys_call.asm \
	crt/exit.asm crt/atexit.asm crt/atexit.c linker.ld \
	layout/premain-start.ld layout/premain-arrays.ld \
	layout/premain-needs.ld crt/relr.asm crt/relocate.h crt/relocate.c \
	loader/elf/headers.h loader/elf/check_header.c loader/elf/map.c \
	loader/elf/read_dynamic.c loader/dynamic/start.asm \
	loader/dynamic/object.h loader/dynamic/load.c \
	loader/dynamic/needed.c loader/dynamic/search.c \
	loader/dynamic/find_symbol.c loader/dynamic/relocate.c \
	loader/dynamic/lazy.asm loader/dynamic/thread.c \
	loader/dynamic/constructors.c premain/main.c
LISTINGS = $(filter $(RUNTIME) crt/start.asm crt/main.asm crt/exit.asm, \
	$(READING))
listings: $(LISTINGS:%=$O/listings/%.lst) $O/listings/premain.txt
$O/listings/%.c.lst: $O/%.c.o
	@mkdir -p $(@D)
	$(Q)objdump -drS -M intel $< >$@
$O/listings/%.asm.lst: %.asm
	@mkdir -p $(@D)
	$(Q)$(NASM) $(NASMFLAGS) $< -l $@ -o $@.o
	@rm $@.o
$O/listings/premain.txt: $(READING)
	@mkdir -p $(@D)
	$(Q)for file in $^; do \
		printf '\f---- %s\n\n' $$file; cat -n $$file || exit 1; \
		done >$@

# What is installed needs neither this folder nor the build. A folder's name may
# have spaces.
INSTALL_BIN = '$(DESTDIR)$(PREFIX)/bin'
INSTALL_LIB = '$(DESTDIR)$(PREFIX)/lib/premain'
INSTALL_MAN = '$(DESTDIR)$(PREFIX)/share/man/man1'
install: all uninstall
	$(Q)mkdir -p $(INSTALL_BIN) $(INSTALL_MAN) $(INSTALL_LIB)/lib/link \
		$(INSTALL_LIB)/examples
	$(Q)cp -f $O/bin/premain $(WRAPPERS:%=$O/bin/%) $(INSTALL_BIN)
	$(Q)cp -Pf $(filter-out %/.made,$(LIB)) \
		$(addprefix $O/lib/, $(notdir $(LAYOUTS))) $(INSTALL_LIB)/lib
	$(Q)cp -f $(addprefix $O/lib/link/, $(LINKERS) dynamic.sh) \
		$(INSTALL_LIB)/lib/link
	$(Q)cp -Rf $O/include $(INSTALL_LIB)
	$(Q)cp -f $(addprefix examples/*., c asm map sh) \
		$(INSTALL_LIB)/examples
	$(Q)cp -f docs/premain.1 docs/premain-gcc.1 docs/ld-premain.1 \
		$(INSTALL_MAN)
	$(Q)for name in $(filter-out premain-gcc,$(WRAPPERS)); do \
		ln -s premain-gcc.1 $(INSTALL_MAN)/$$name.1; done
uninstall:
	$(Q)rm -rf $(INSTALL_LIB)
	$(Q)rm -f $(foreach name,premain $(WRAPPERS), \
		$(INSTALL_BIN)/$(name) $(INSTALL_MAN)/$(name).1) \
		$(INSTALL_MAN)/ld-premain.1

.PHONY: clean
clean:
	$(Q)rm -rf $O
