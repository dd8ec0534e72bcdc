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

CRT = $(addprefix crt/, \
	atexit.asm atexit.c auxv.asm auxv.c canary.asm canary.c \
	constructors.asm constructors.c cxa_atexit.c destructors.asm \
	destructors.c die.c dso_handle.asm environ.asm \
	irelative.asm irelative.c refuse.c rela.asm rela.c \
	relocate.c relr.asm relro.asm relro.c secure.asm secure.c \
	thread_atexit.c tls.asm tls.c)

SYSCALLS = $(addprefix syscalls/, \
	clone.asm clone3.asm rt_sigreturn.asm sys_call.asm syscall.asm \
	vfork.asm)

STD_ASSERT = $(addprefix std/assert/, \
	assert_fail.c)
STD_CTYPE = $(addprefix std/ctype/, \
	case_table.c ctype_b_loc.c ctype_tolower_loc.c ctype_toupper_loc.c \
	isalnum.c isalpha.c isascii.c isblank.c iscntrl.c isdigit.c \
	isgraph.c islower.c isprint.c ispunct.c isspace.c isupper.c \
	isxdigit.c toascii.c tolower.c toupper.c)
STD_CXX = $(addprefix std/cxx/, \
	new.c one_thread.c pure_virtual.c)
STD_DIRENT = $(addprefix std/dirent/, \
	closedir.c dirfd.c fdopendir.c opendir.c readdir.c rewinddir.c)
STD_ERRNO = $(addprefix std/errno/, \
	errno.asm result.asm)
STD_FCNTL = $(addprefix std/fcntl/, \
	creat.c fcntl.c open.c openat.c)
STD_GETOPT = $(addprefix std/getopt/, \
	getopt_long.c)
STD_INTTYPES = $(addprefix std/inttypes/, \
	imaxabs.c imaxdiv.c strtoimax.c strtoumax.c)
STD_LIBGEN = $(addprefix std/libgen/, \
	basename.c dirname.c)
STD_POLL = $(addprefix std/poll/, \
	poll.c ppoll.c)
STD_SETJMP = $(addprefix std/setjmp/, \
	longjmp.asm setjmp.asm sigsetjmp.asm)
STD_SIGNAL = $(addprefix std/signal/, \
	action.c kill.c killpg.c raise.c sigaction.c sigaddset.c \
	sigaltstack.c sigdelset.c sigemptyset.c sigfillset.c sigismember.c \
	signal.c sigpending.c sigprocmask.c sigsuspend.c)
STD_STDIO = $(addprefix std/stdio/, \
	clearerr.c dprintf.c feof.c ferror.c fflush.c fgetc.c fgets.c \
	fileno.c format.c format_fast.c fprintf.c fputc.c fputs.c fwrite.c \
	get.c getc.c getchar.c perror.c print.c printf.c putc.c putchar.c \
	puts.c rename.c snprintf.c span.c sprintf.c stderr.c stdin.c stdout.c \
	stream.asm streams.c vdprintf.c vfprintf.c vprintf.c vsnprintf.c vsprintf.c \
	write_all.asm write_digits.c)
STD_STDLIB = $(addprefix std/stdlib/, \
	abort.c abs.c aligned_alloc.c at_quick_exit.c atoi.c atol.c atoll.c \
	bsearch.c calloc.c change_variable.c clearenv.c div.c find_variable.c \
	free.c getenv.c heap.c isoc23.c labs.c ldiv.c llabs.c lldiv.c \
	make_file.c malloc.c mkdtemp.c mkostemp.c mkstemp.c posix_memalign.c \
	putenv.c qsort.c qsort_r.c quick_exit.c rand.c rand_r.c realloc.c \
	reallocarray.c realpath.c secure_getenv.c setenv.c sort.c srand.c \
	strtol.c strtoll.c strtoul.c strtoull.c temporary.c to_integer.c \
	unsetenv.c)
STD_STRING = $(addprefix std/string/, \
	error_text.c explicit_bzero.c find.c memccpy.c memchr.c memcmp.c \
	memcpy.asm memmem.c memmove.asm mempcpy.c memrchr.c memset.asm \
	nth_text.c stpcpy.c stpncpy.c strcat.c strchr.c strchrnul.c strcmp.c \
	strcoll.c strcpy.c strcspn.c strdup.c strerror.c strerror_r.c \
	strlcat.c strlcpy.c strlen.c strncat.c strncmp.c strncpy.c strndup.c \
	strnlen.c strpbrk.c strrchr.c strsep.c strsignal.c strspn.c strstr.c \
	strtok.c strtok_r.c strxfrm.c token.c unknown.c)
STD_STRINGS = $(addprefix std/strings/, \
	bcmp.c bcopy.c bzero.c ffs.c strcasecmp.c strncasecmp.c)
STD_SYS_AUXV = $(addprefix std/sys/auxv/, \
	getauxval.c)
STD_SYS_IOCTL = $(addprefix std/sys/ioctl/, \
	ioctl.c)
STD_SYS_MMAN = $(addprefix std/sys/mman/, \
	madvise.c memfd_create.c mlock.c mmap.c mprotect.c mremap.c msync.c \
	munlock.c munmap.c)
STD_SYS_PRCTL = $(addprefix std/sys/prctl/, \
	prctl.c)
STD_SYS_PTRACE = $(addprefix std/sys/ptrace/, \
	ptrace.c)
STD_SYS_RESOURCE = $(addprefix std/sys/resource/, \
	getpriority.c getrlimit.c getrusage.c prlimit.c setpriority.c \
	setrlimit.c)
STD_SYS_SELECT = $(addprefix std/sys/select/, \
	pselect.c select.c)
STD_SYS_STAT = $(addprefix std/sys/stat/, \
	chmod.c fchmod.c fchmodat.c fstat.c fstatat.c futimens.c lstat.c \
	mkdir.c mkdirat.c mkfifo.c mknod.c stat.c umask.c utimensat.c)
STD_SYS_TIME = $(addprefix std/sys/time/, \
	getitimer.c gettimeofday.c setitimer.c)
STD_SYS_UIO = $(addprefix std/sys/uio/, \
	readv.c writev.c)
STD_SYS_UTSNAME = $(addprefix std/sys/utsname/, \
	uname.c)
STD_SYS_WAIT = $(addprefix std/sys/wait/, \
	wait.c wait3.c wait4.c waitid.c waitpid.c)
STD_TIME = $(addprefix std/time/, \
	clock.c clock_getres.c clock_gettime.c clock_nanosleep.c \
	clock_settime.c nanosleep.c time.c timespec_get.c)
STD_UNISTD = $(addprefix std/unistd/, \
	access.c alarm.c chdir.c chown.c chroot.c close.c complain.c dup.c \
	dup2.c dup3.c execl.c execle.c execlp.c execv.c execve.c execvp.c \
	execvpe.c faccessat.c fchdir.c fchown.c fdatasync.c fexecve.c fork.c \
	fsync.c ftruncate.c getcwd.c getegid.c getentropy.c geteuid.c \
	getgid.c gethostname.c getopt.c getpagesize.c getpgid.c getpgrp.c \
	getpid.c getppid.c getsid.c gettid.c getuid.c isatty.c lchown.c \
	link.c lseek.c nice.c pause.c pipe.c pipe2.c pread.c pwrite.c read.c \
	readlink.c readlinkat.c rmdir.c search.c setgid.c setpgid.c setsid.c \
	setuid.c sleep.c symlink.c sync.c sysconf.c truncate.c unlink.c \
	unlinkat.c usleep.c vfork.asm write.c)
# What -D_FORTIFY_SOURCE calls, each beside the function that it checks.
STD_CHECKED = $(addprefix std/, \
	fcntl/open_2.c fcntl/openat_2.c poll/poll_chk.c poll/ppoll_chk.c \
	setjmp/longjmp_chk.c stdio/dprintf_chk.c stdio/fgets_chk.c \
	stdio/fprintf_chk.c stdio/printf_chk.c stdio/snprintf_chk.c \
	stdio/sprintf_chk.c stdio/vdprintf_chk.c stdio/vfprintf_chk.c \
	stdio/vprintf_chk.c stdio/vsnprintf_chk.c stdio/vsprintf_chk.c \
	stdlib/realpath_chk.c string/chk_fail.c \
	string/explicit_bzero_chk.c string/memcpy_chk.c \
	string/memmove_chk.c string/mempcpy_chk.c string/memset_chk.c \
	string/stpcpy_chk.c string/stpncpy_chk.c string/strcat_chk.c \
	string/strcpy_chk.c string/strncat_chk.c string/strncpy_chk.c \
	sys/select/fdelt_chk.c unistd/getcwd_chk.c \
	unistd/gethostname_chk.c unistd/pread_chk.c unistd/read_chk.c \
	unistd/readlink_chk.c unistd/readlinkat_chk.c)
STD = $(STD_ASSERT) $(STD_CHECKED) $(STD_CTYPE) $(STD_CXX) $(STD_DIRENT) \
	$(STD_ERRNO) $(STD_FCNTL) $(STD_GETOPT) $(STD_INTTYPES) \
	$(STD_LIBGEN) $(STD_POLL) $(STD_SETJMP) $(STD_SIGNAL) $(STD_STDIO) \
	$(STD_STDLIB) $(STD_STRING) $(STD_STRINGS) $(STD_SYS_AUXV) \
	$(STD_SYS_IOCTL) $(STD_SYS_MMAN) $(STD_SYS_PRCTL) \
	$(STD_SYS_PTRACE) $(STD_SYS_RESOURCE) $(STD_SYS_SELECT) $(STD_SYS_STAT) \
	$(STD_SYS_TIME) $(STD_SYS_UIO) $(STD_SYS_UTSNAME) $(STD_SYS_WAIT) \
	$(STD_TIME) $(STD_UNISTD)

HEADERS = alloca.h assert.h ctype.h dirent.h dlfcn.h elf.h errno.h fcntl.h \
	features.h getopt.h inttypes.h libgen.h limits.h link.h poll.h \
	setjmp.h signal.h stdint.h stdio.h stdlib.h string.h strings.h \
	sys/auxv.h sys/ioctl.h sys/mman.h sys/param.h sys/prctl.h \
	sys/ptrace.h sys/resource.h sys/select.h sys/stat.h sys/time.h sys/types.h \
	sys/uio.h sys/utsname.h sys/wait.h time.h unistd.h

# The loader's ground floor: a file is checked, mapped, its tables read.
LOADER_ELF = $(addprefix loader/elf/, \
	check_fours.c check_header.c check_headers.c check_loads.c \
	check_rela.c check_relr.c complain.c complaint_write.c drop.c \
	examine.c functions.c gnu_hash.c hash.c image_of.c is_guarded.c \
	keep_entries.c locate.c map.c read_dynamic.c read_headers.c \
	read_sized.c relocations.c strings.c symbols.c unmap.c versions.c \
	window.c)
LOADER_DYNAMIC = $(addprefix loader/dynamic/, \
	answers.c bytes.asm cache.c collect.c conf.c constructors.c debug.c \
	debug_stop.c dl_find_object.c dl_iterate_phdr.c dladdr.c dladdr1.c \
	dlclose.c dlerror.c dlinfo.c dlopen.c dlsym.c dlvsym.c environment.c \
	expand.c fail.c files.c find_loader.c find_symbol.c folders.c group.c \
	index.c lazy.asm lazy.c list.c load.c loader_object.c lookup.c \
	memory.c names.c narrate.c needed.c object.c object_at.c object_load.c \
	object_of.c object_remove.c options.c order.c outside.asm preload.c \
	process.c program.c relocate.c relocate_all.c relocate_copy.c \
	relocate_relative.c relocate_tls.c scopes.c search.c stand_in.c \
	start.asm symbol_address.c table.c text.c thread.c tls_get_addr.c \
	tlsdesc.asm unique.c vdso.c versions.c wait.c)
LOADER = $(LOADER_ELF) $(LOADER_DYNAMIC)
LOADER_OBJECTS = $(LOADER:%=$O/%.o)
EXPLAIN = $(addprefix loader/explain/, \
	bindings.c constructors.c explain.c list.c names.c objects.c \
	relocations.c say.c search.c stand_in.c start.c why.c)
EXPLAIN_OBJECTS = $(EXPLAIN:%=$O/%.o)

# ---- How it is compiled ----------------------------------------------------

# $(call accepts,FLAGS): those of the flags that this compiler knows.
accepts = $(foreach flag,$1,$(shell $(CC) -Werror $(flag) -x c -c /dev/null \
	-o /dev/null 2>/dev/null && echo $(flag)))

# -Oz where there is one: gcc has it since 12.
SMALL := $(or $(call accepts,-Oz),-Os)
# And what of it makes code larger nevertheless.
LEAN := $(call accepts,-fno-tree-loop-distribute-patterns -fno-thread-jumps \
	-fno-move-loop-invariants -fno-caller-saves -fno-tree-dominator-opts \
	-malign-data=abi)
# The command is large, and nobody waits for it: of that more.
TIGHT := -mgeneral-regs-only -fno-jump-tables $(call accepts,\
	-fno-expensive-optimizations -fno-if-conversion -fno-tree-loop-im \
	-fno-tree-switch-conversion -fno-tree-forwprop)
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

$O/lib/libpremain.a: $(OBJECTS) $O/syscalls/.made
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
$O/lib/ld-premain-explain.so.1: $(EXPLAIN_OBJECTS) $O/lib/libpremain.a
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
POSIX = $(STD_CHECKED) $(STD_DIRENT) $(STD_GETOPT) $(STD_LIBGEN) \
	$(STD_POLL) $(filter-out %/bcmp.c,$(STD_STRINGS)) $(STD_SYS_PRCTL) \
	$(STD_SYS_PTRACE) $(STD_SYS_RESOURCE) $(STD_SYS_SELECT) $(STD_SYS_UIO) \
	$(STD_SYS_UTSNAME) $(addprefix std/, \
	ctype/case_table.c ctype/ctype_b_loc.c ctype/ctype_tolower_loc.c \
	ctype/ctype_toupper_loc.c ctype/isascii.c ctype/toascii.c \
	fcntl/creat.c fcntl/fcntl.c fcntl/openat.c inttypes/imaxabs.c \
	inttypes/imaxdiv.c inttypes/strtoimax.c inttypes/strtoumax.c \
	setjmp/longjmp.asm setjmp/setjmp.asm setjmp/sigsetjmp.asm \
	signal/action.c signal/kill.c signal/killpg.c signal/raise.c \
	signal/sigaction.c signal/sigaddset.c signal/sigaltstack.c \
	signal/sigdelset.c signal/sigemptyset.c signal/sigfillset.c \
	signal/sigismember.c signal/signal.c signal/sigpending.c \
	signal/sigprocmask.c signal/sigsuspend.c stdio/perror.c \
	stdio/rename.c stdio/streams.c stdlib/at_quick_exit.c stdlib/atoll.c \
	stdlib/bsearch.c stdlib/change_variable.c stdlib/clearenv.c \
	stdlib/div.c stdlib/isoc23.c stdlib/labs.c stdlib/ldiv.c \
	stdlib/llabs.c stdlib/lldiv.c stdlib/make_file.c stdlib/mkdtemp.c \
	stdlib/mkostemp.c stdlib/mkstemp.c stdlib/putenv.c \
	stdlib/quick_exit.c stdlib/rand.c stdlib/rand_r.c \
	stdlib/reallocarray.c stdlib/realpath.c stdlib/setenv.c \
	stdlib/srand.c stdlib/strtoll.c stdlib/strtoull.c stdlib/temporary.c \
	stdlib/unsetenv.c string/error_text.c string/explicit_bzero.c \
	string/find.c string/memccpy.c string/memmem.c string/mempcpy.c \
	string/memrchr.c string/nth_text.c string/stpncpy.c \
	string/strchrnul.c string/strcoll.c string/strdup.c string/strerror.c \
	string/strerror_r.c string/strlcat.c string/strlcpy.c \
	string/strndup.c string/strpbrk.c string/strsep.c string/strsignal.c \
	string/strspn.c string/strstr.c string/strtok.c string/strtok_r.c \
	string/strxfrm.c string/token.c string/unknown.c sys/ioctl/ioctl.c \
	sys/mman/madvise.c sys/mman/memfd_create.c sys/mman/mlock.c \
	sys/mman/mremap.c sys/mman/msync.c sys/mman/munlock.c \
	sys/stat/chmod.c sys/stat/fchmod.c sys/stat/fchmodat.c \
	sys/stat/fstat.c sys/stat/fstatat.c sys/stat/futimens.c \
	sys/stat/lstat.c sys/stat/mkdir.c sys/stat/mkdirat.c \
	sys/stat/mkfifo.c sys/stat/mknod.c sys/stat/stat.c sys/stat/umask.c \
	sys/stat/utimensat.c sys/time/getitimer.c sys/time/gettimeofday.c \
	sys/time/setitimer.c sys/wait/wait.c sys/wait/wait3.c \
	sys/wait/wait4.c sys/wait/waitid.c sys/wait/waitpid.c time/clock.c \
	time/clock_getres.c time/clock_gettime.c time/clock_nanosleep.c \
	time/clock_settime.c time/nanosleep.c time/time.c time/timespec_get.c \
	unistd/access.c unistd/alarm.c unistd/chdir.c unistd/chown.c \
	unistd/chroot.c unistd/dup.c unistd/dup2.c unistd/dup3.c \
	unistd/execl.c unistd/execle.c unistd/execlp.c unistd/execv.c \
	unistd/execve.c unistd/execvp.c unistd/execvpe.c unistd/faccessat.c \
	unistd/fchdir.c unistd/fchown.c unistd/fdatasync.c unistd/fexecve.c \
	unistd/fork.c unistd/fsync.c unistd/ftruncate.c unistd/getcwd.c \
	unistd/getegid.c unistd/getentropy.c unistd/geteuid.c unistd/getgid.c \
	unistd/gethostname.c unistd/getopt.c unistd/getpagesize.c \
	unistd/getpgid.c unistd/getpgrp.c unistd/getppid.c unistd/getsid.c \
	unistd/gettid.c unistd/getuid.c unistd/isatty.c unistd/lchown.c \
	unistd/link.c unistd/nice.c unistd/pause.c unistd/pipe.c \
	unistd/pipe2.c unistd/pread.c unistd/pwrite.c unistd/readlink.c \
	unistd/readlinkat.c unistd/rmdir.c unistd/search.c unistd/setgid.c \
	unistd/setpgid.c unistd/setsid.c unistd/setuid.c unistd/sleep.c \
	unistd/symlink.c unistd/sync.c unistd/sysconf.c unistd/truncate.c \
	unistd/unlink.c unistd/unlinkat.c unistd/usleep.c unistd/vfork.asm)

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
SHARED = $(filter-out $(SHARED_AGAIN) $(SHARED_FAST) $(POSIX) $(STD_CXX) \
	$(SHARED_OWN:-shared.c=.c) std/string/strlen.c, \
	$(SHARED_CRT) $(STD)) $(SHARED_OWN) syscalls/syscall.asm
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
		layout/ld-premain.ld layout/ld-premain.ver
	$(Q)$(LINK_SHARED) -soname libpremain.so.1 -Bsymbolic -z norelro \
		--spare-dynamic-tags=0 $(filter %.o %.a,$^) -o $@
# What the loader copies is copied by functions of its own (bytes.asm).
$O/ld-premain.o: $(LOADER_OBJECTS)
	$(Q)$(LD) -r --unique --wrap=memcpy --wrap=memmove --wrap=memset $^ -o $@
$O/lib/libpremain.so.1: $O/lib/ld-premain.so.1
	$(Q)ln -sf $(<F) $@

$O/lib/libpremain_posix.so.1: $(POSIX_OBJECTS) $O/lib/libpremain_nonshared.a \
		$O/lib/libpremain.so.1 $(wildcard layout/libpremain_posix.*)
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
PREMAIN = $(addprefix premain/, \
	compare.c compare/cells.c compare/complain.c compare/differences.c \
	compare/example.c compare/folder.c compare/measure_file.c \
	compare/measure_row.c compare/measure_run.c \
	compare/measure_starts.c compare/progress.c \
	compare/measure_shipping.c compare/measure_steps.c \
	compare/options.c compare/pair.c compare/pair_rows.c \
	compare/put_beside_floor.c \
	compare/put_event.c compare/put_pair.c compare/ratio.c \
	compare/remarks.c compare/rows.c compare/show_csv.c \
	compare/show_json.c compare/show_markdown.c \
	compare/show_table.c compare/tracer.c compare/words.c \
	contract.c contract/clause_meets.c contract/contract_holds.c \
	contract/contract_read.c contract/contract_record.c \
	contract/number_processes.c cost.c \
	cost/cost_put_difference.c cost/cost_read.c \
	cost/cost_read_symbols.c cost/cost_run.c cost/cost_run_add.c \
	cost/cost_run_read.c cost/cost_shipping.c cost/cost_show.c \
	cost/ledger.c cost/name_regions.c cost/put_run.c cost/read_faults.c \
	cost/read_pages.c diff.c \
	diff/diff_align.c diff/diff_is_chance.c diff/diff_process.c \
	diff/diff_read.c diff/diff_role.c diff/diff_take.c \
	diff/pairing_make.c diff/put_key.c diff/put_reason.c diff/put_role.c \
	diff/same_family.c \
	elf/elf_count_dynamic.c elf/elf_count_relr.c elf/elf_kind_name.c \
	elf/elf_measure.c elf/elf_open_image.c elf/elf_read_facts.c \
	elf/elf_read_name.c elf/elf_read_symbols.c \
	explain.c explain/call.c explain/descriptors.c explain/draw.c \
	explain/explain_events.c explain/explain_line.c explain/feed.c \
	explain/files.c explain/heap.c explain/known.c explain/memory.c \
	explain/network.c explain/places.c explain/plain.c \
	explain/plain_words.c \
	explain/process.c explain/processes.c explain/program.c \
	explain/questions.c explain/say.c explain/search.c explain/show.c \
	explain/signals.c explain/streams.c explain/tasks.c \
	explain/tell.c explain/threads.c ldd.c \
	report/csv_put_field.c \
	report/grid_put_markdown.c report/grid_put_table.c \
	report/json_put_string.c report/layout.c report/markdown_put.c \
	report/put_beside.c report/put_cut.c report/put_number.c \
	report/put_wrapped.c report/terminal.c run/capture.c run/next_range.c run/read_auxv.c run/read_proc.c run/run_self.c \
	run/run_command.c run/run_end_all.c run/run_exit_status.c \
	run/run_find.c run/run_logged.c run/run_make_folder.c \
	run/run_signal_name.c run/run_start_traced.c \
	shipping/shipping_find.c shipping/strip_size.c \
	run/run_signals.c run/run_start.c run/run_tracer_name.c \
	run/run_tracer_words.c run/run_watch.c steps.c steps/call_name.c steps/list_functions.c \
	steps/phases.c steps/put_call.c steps/regions.c steps/steps_borders.c \
	steps/steps_start.c steps/show_calls.c steps/show_json.c \
	steps/show_table.c steps/steps_run.c steps/steps_sum.c \
	steps/symbols.c text/list_grow.c text/nth_word.c \
	text/real_path.c text/text_add.c text/text_format.c \
	text/text_print.c text/text_put_visible.c \
	text/text_read.c text/text_unpack.c text/text_write.c \
	text/utf8_length.c trace.c \
	trace/clean_line.c trace/cursor.c trace/is_note.c \
	trace/take_arguments.c trace/take_prefix.c trace/take_result.c \
	trace/trace_event_line.c trace/trace_feed.c trace/trace_keep.c trace/trace_parse_line.c \
	trace/trace_put_event.c trace/trace_put_line.c trace/trace_read.c \
	trace/trace_record_line.c trace/trace_unescape.c \
	trace/without_splice.c tracer/follow.c \
	tracer/put_line.c variants/build_step.c variants/put_first_error.c \
	variants/tools.c variants/variant_build.c variants/variants.c \
	where.c words/refuse_word.c words/take_option.c words/write_out.c)
# The page of compare --html.
PREMAIN += $(addprefix premain/, \
	compare/measure_ledger.c compare/measure_live.c live/live_names.c \
	live/live_objects.c live/live_ranges.c live/live_run.c \
	live/live_slots.c live/live_stops.c page/page_bar.c \
	page/page_making.c page/page_may_take.c page/page_memory.c page/page_put.c \
	page/page_put_style.c \
	page/page_sizes.c page/page_slots.c page/page_start.c \
	page/page_table.c page/page_tables.c page/page_traces.c report/html_put.c \
	report/json_put_members.c text/text_save.c main.c)
PREMAIN_OBJECTS = $(PREMAIN:%=$O/%.o)

$(PREMAIN_OBJECTS): $O/%.c.o: %.c $O/flags $O/lib/.made | $(PUBLIC)
	@mkdir -p $(@D)
	$(Q)$O/bin/premain-gcc -std=c11 $(SMALL) $(LEAN) $(TIGHT) -g -Wall \
		-Wextra -Wmissing-prototypes -Wshadow -ffunction-sections \
		-fdata-sections $(WERROR) -D_GNU_SOURCE -I. -I$O \
		-MD -MP -c $(or $(PACKED),$<) -o $@

# Explanations are sentences, and are packed: their sources are written once
# more, with pairs of bytes that stand for the most frequent ones.
SENTENCES = $(addprefix premain/explain/, descriptors.c explain_line.c \
	files.c heap.c memory.c network.c places.c plain.c processes.c \
	program.c questions.c search.c signals.c streams.c tell.c threads.c)
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
$O/premain/premain: $(PREMAIN_OBJECTS) $(LIB)
	$(Q)$O/bin/premain-gcc $(PREMAIN_OBJECTS) -o $@ \
		-Wl,--defsym=__premain_format_fast=__premain_format

SRC = examples/hello_world.c
ARGS =
.PHONY: compare
compare: all
	$(Q)$O/bin/premain compare --html=$O/compare.html "$(SRC)" -- $(ARGS)

# ---- Tests, figures, listings, installation --------------------------------

.PHONY: test test-page bench bench-tools listings install uninstall
test: all examples bench-tools
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
