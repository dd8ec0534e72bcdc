#!/usr/bin/env bats
# A program may load libraries while it runs, look into them, count its handles
# and give them back; what fails leaves nothing behind.

load helper
load dynamic/helper

# The program of a test: these headers, a way to say, and what it is given.
headers='#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
/* What is said now is written now. */
#define say(...) (printf(__VA_ARGS__), fflush(NULL))
static int call(void *handle, const char *name)
{
	int (*function)(void) = (int (*)(void))dlsym(handle, name);
	return function ? function() : -1;
}
/* The part of a path after its last slash. */
static inline const char *base(const char *path)
{
	const char *slash = path ? strrchr(path, 0x2f) : NULL;
	return slash ? slash + 1 : path ? path : "(null)";
}
'

# main FLAGS... <BODY: the program, whose main() has that body.
main()
{
	{
		echo "$headers"
		echo 'int main(int argc, char **argv) { (void)argc, (void)argv;'
		cat
		echo 'return 0; }'
	} | program main -Wno-unused-function "$@"
}

# number NAME VALUE FLAGS...: a library whose NAME() returns the value.
number()
{
	library "$1" "${@:3}" <<<"int $1(void) { return $2; }
		int who(void) { return $2; }"
}

@test "opened by path and by name, asked for functions and data" {
	library a <<-'C'
	int data = 5;
	int function(void) { return data; }
	int *const constant = &data;
	C
	main <<-'C'
	void *a = dlopen(argv[1], RTLD_NOW);
	if (!a)
		return puts(dlerror()), 1;
	*(int *)dlsym(a, "data") = 6;
	printf("%d %d %d\n", call(a, "function"), **(int **)dlsym(a, "constant"),
		dlsym(a, "none") != NULL);
	printf("%d\n", dlclose(a));
	C
	prints $'6 6 0\n0' main ./liba.so
	prints $'6 6 0\n0' main "$PWD/liba.so"
	prints $'6 6 0\n0' main liba.so
	prints $'6 6 0\n0' LD_BIND_NOW=1 main liba.so
}

@test "the same file is the same handle, counted" {
	library a <<-'C'
	int count;
	long write(int, const void *, unsigned long);
	__attribute__((constructor)) static void begin(void) { write(1, "+", 1); }
	__attribute__((destructor)) static void end(void) { write(1, "-", 1); }
	int a(void) { return ++count; }
	C
	ln -s liba.so libb.so
	main <<-'C'
	void *one = dlopen("./liba.so", RTLD_NOW);
	void *two = dlopen("liba.so", RTLD_LAZY);
	void *three = dlopen("./libb.so", RTLD_LAZY);
	say("%d %d ", one == two, one == three);
	say("%d ", call(one, "a"));
	say("%d ", call(two, "a"));
	say("%d%d ", dlclose(one), dlclose(two));
	say("%d ", call(three, "a"));
	say("%d ", dlclose(three));
	one = dlopen("./liba.so", RTLD_NOW);
	say("%d\n", call(one, "a"));
	C
	prints $'+1 1 1 2 00 3 -0 +1\n-' main
}

@test "a closed library is gone, unless another needs it or it is NODELETE" {
	number low 1
	number high 2 -llow
	number stays 3
	number marked 4 -Wl,-z,nodelete
	main <<-'C'
	void *low = dlopen("./liblow.so", RTLD_NOW);
	void *high = dlopen("./libhigh.so", RTLD_NOW);
	dlclose(low);
	printf("%d ", dlopen("./liblow.so", RTLD_NOW | RTLD_NOLOAD) == low);
	dlclose(low);
	dlclose(high);
	printf("%d ", dlopen("./liblow.so", RTLD_NOW | RTLD_NOLOAD) != NULL);
	printf("%d ", dlopen("./libhigh.so", RTLD_NOW | RTLD_NOLOAD) != NULL);
	dlclose(dlopen("./libstays.so", RTLD_NOW | RTLD_NODELETE));
	dlclose(dlopen("./libmarked.so", RTLD_NOW));
	void *stays = dlopen("./libstays.so", RTLD_NOW | RTLD_NOLOAD);
	void *marked = dlopen("./libmarked.so", RTLD_NOW | RTLD_NOLOAD);
	printf("%d %d\n", call(stays, "stays"), call(marked, "marked"));
	C
	prints '1 0 0 3 4' main
}

@test "the loader, which is the C library, is loaded by each of its names" {
	main "-DLIB=\"$PREMAIN_BUILD/lib/\"" <<-'C'
	void *library = dlopen("libpremain.so.1", RTLD_NOW | RTLD_NOLOAD);
	const char *names[] = { "ld-premain.so.1", LIB "libpremain.so.1",
				LIB "ld-premain.so.1" };
	for (int i = 0; i < 6; i++)
		printf("%d ", dlopen(names[i / 2], RTLD_NOW |
				     (i % 2 ? 0 : RTLD_NOLOAD)) == library);
	printf("%d ", dlsym(library, "puts") == (void *)puts);
	printf("%d\n", dlopen(LIB "libpremain_posix.so.1",
			      RTLD_NOW | RTLD_NOLOAD) != NULL);
	C
	prints_everywhere '1 1 1 1 1 1 1 0' main
}

@test "a path that is too long is refused, and the reason is seen" {
	main <<-'C'
	static char path[9000];
	memset(path, '/', sizeof path - 1);
	void *opened = dlopen(path, RTLD_NOW);
	printf("%d %.26s\n", opened != NULL, dlerror());
	C
	prints_everywhere '0 no path that may be used: ' main
}

@test "RTLD_NODELETE and RTLD_GLOBAL may be asked for later, by NOLOAD" {
	number a 1
	main <<-'C'
	void *a = dlopen("./liba.so", RTLD_NOW);
	printf("%d ", dlsym(RTLD_DEFAULT, "who") != NULL);
	dlclose(dlopen("./liba.so", RTLD_NOW | RTLD_NOLOAD | RTLD_GLOBAL));
	printf("%d ", dlsym(RTLD_DEFAULT, "who") != NULL);
	dlclose(dlopen("./liba.so", RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE));
	dlclose(a);
	printf("%d\n", call(RTLD_DEFAULT, "who"));
	C
	prints '0 1 1' main
}

@test "RTLD_LOCAL keeps names for who asks the handle, RTLD_GLOBAL gives them" {
	number a 1
	number b 2
	library user <<-'C'
	int who(void) __attribute__((weak));
	int user(void) { return who ? who() : 0; }
	C
	main <<-'C'
	void *a = dlopen("./liba.so", RTLD_NOW | RTLD_LOCAL);
	void *user = dlopen("./libuser.so", RTLD_NOW);
	printf("%d %d %d ", call(a, "who"), call(user, "user"),
		dlsym(RTLD_DEFAULT, "who") != NULL);
	dlclose(user);
	dlopen("./libb.so", RTLD_NOW | RTLD_GLOBAL);
	user = dlopen("./libuser.so", RTLD_NOW);
	printf("%d %d\n", call(user, "user"), call(RTLD_DEFAULT, "who"));
	C
	prints '1 0 0 2 2' main
}

@test "a handle's names: the library, then what it needs, level by level" {
	number x 1
	number y 2
	library a -lx <<<'int a(void) { return 5; }'
	library b -ly <<<'int b(void) { return 6; }'
	library top -la -lb <<<'int top(void) { return 7; }'
	main <<-'C'
	void *top = dlopen("./libtop.so", RTLD_NOW);
	printf("%d %d %d %d %d\n", call(top, "top"), call(top, "b"),
		call(top, "who"), call(top, "y"), call(top, "gone"));
	void *b = dlopen("./libb.so", RTLD_NOW);
	printf("%d %d %d\n", call(b, "who"), call(b, "x"), call(b, "a"));
	C
	prints $'7 6 1 2 -1\n2 -1 -1' main
}

@test "references in a loaded library: the program first, then its own scope" {
	number low 1
	library a -llow <<<'int who(void); int a(void) { return who(); }'
	main <<-'C'
	void *a = dlopen("./liba.so", RTLD_NOW);
	printf("%d\n", call(a, "a"));
	C
	prints 1 main
	number other 2
	main -lother <<-'C'
	void *a = dlopen("./liba.so", RTLD_NOW);
	printf("%d %d\n", call(a, "a"), call(a, "low"));
	C
	prints '2 1' main
}

@test "RTLD_DEEPBIND looks into the library itself before the program" {
	library a <<<'int who(void) { return 1; } int a(void) { return who(); }'
	number other 2
	main -lother <<-'C'
	void *a = dlopen("./liba.so", RTLD_LAZY | RTLD_DEEPBIND);
	printf("%d ", call(a, "a"));
	dlclose(a);
	a = dlopen("./liba.so", RTLD_LAZY);
	printf("%d\n", call(a, "a"));
	C
	prints '1 2' main
}

@test "dlopen(NULL) is the program and what is global" {
	number a 1
	number b 2
	number local 3
	main -la -Wl,-export-dynamic <<-'C'
	void *self = dlopen(NULL, RTLD_NOW);
	dlopen("./libb.so", RTLD_NOW | RTLD_GLOBAL);
	dlopen("./liblocal.so", RTLD_NOW);
	printf("%d %d %d %d %d\n", dlsym(self, "main") != NULL, call(self, "a"),
		call(self, "b"), call(self, "local"),
		self == dlopen(NULL, RTLD_LAZY));
	printf("%d\n", dlclose(self));
	C
	prints $'1 1 2 -1 1\n0' main
	prints $'1 1 2 -1 1\n0' LD_PRELOAD=./libb.so main
}

@test "RTLD_DEFAULT and RTLD_NEXT, in the program and in libraries" {
	for name in p q r; do
		library $name -ldl "-DME=\"$name\"" <<-'C'
		#define _GNU_SOURCE
		#include <dlfcn.h>
		#include <stddef.h>
		const char *chain(char *text)
		{
			const char *(*next)(char *) = dlsym(RTLD_NEXT, "chain");
			*text = ME[0];
			text[1] = 0;
			return next ? next(text + 1) : text;
		}
		C
	done
	main -lp -lq -lr <<-'C'
	char text[10] = "";
	void (*f)(char *) = dlsym(RTLD_DEFAULT, "chain");
	f(text);
	puts(text);
	f = dlsym(RTLD_NEXT, "chain");
	f(text);
	puts(text);
	printf("%d\n", dlsym(RTLD_NEXT, "main") != NULL);
	C
	prints $'pqr\npqr\n0' main
	prints_everywhere $'pqr\npqr\n0' main
	# In a group that is loaded later, the next one is of that group.
	library top -lq -lr <<<'int top;'
	main <<-'C'
	char text[10] = "";
	void (*f)(char *) = dlsym(dlopen("./libtop.so", RTLD_NOW), "chain");
	f(text);
	puts(text);
	C
	prints qr main
}

@test "dlsym and dlvsym: the default version, and each by its name" {
	cat >map <<-'LD'
	V1 { global: f; local: *; };
	V2 { global: f; } V1;
	LD
	library v -Wl,--version-script,map <<-'C'
	__attribute__((symver("f@V1"))) int f1(void) { return 1; }
	__attribute__((symver("f@@V2"))) int f2(void) { return 2; }
	C
	number plain 3
	main <<-'C'
	void *v = dlopen("./libv.so", RTLD_NOW);
	int (*f)(void) = dlsym(v, "f");
	int (*one)(void) = dlvsym(v, "f", "V1");
	int (*two)(void) = dlvsym(v, "f", "V2");
	printf("%d %d %d ", f(), one(), two());
	printf("%d ", dlvsym(v, "f", "V3") == NULL);
	printf("%d\n", dlerror() != NULL);
	void *plain = dlopen("./libplain.so", RTLD_NOW);
	printf("%d\n", dlvsym(plain, "who", "V1") != NULL);
	C
	prints $'2 1 2 1 1\n1' main
}

@test "a symbol may be null: dlerror tells, and only once" {
	library a -Wl,--defsym=zero=0 <<<'int a;'
	main <<-'C'
	void *a = dlopen("./liba.so", RTLD_NOW);
	printf("%d ", dlerror() == NULL);
	void *none = dlsym(a, "none");
	printf("%d ", none == NULL && dlerror() != NULL);
	printf("%d ", dlerror() == NULL);
	void *zero = dlsym(a, "zero");
	printf("%d %d\n", zero == NULL, dlerror() == NULL);
	C
	prints '1 1 1 1 1' main
}

@test "what fails says why, and names the object or the symbol" {
	number a 1
	: >libempty.so
	library lost <<<'int gone(void); int (*pointer)(void) = gone;'
	library needs -la <<<'int needs(void) { return 1; }'
	rm liba.so
	main <<-'C'
	static const char *const names[] = { "./libnone.so", "libnone.so",
		"./libempty.so", "./libneeds.so", "./liblost.so" };
	static const char *const words[] = { "libnone.so", "libnone.so",
		"libempty.so", "liba.so", "gone" };
	for (int i = 0; i < 5; i++) {
		void *handle = dlopen(names[i], RTLD_NOW);
		const char *text = dlerror();
		printf("%d%d ", handle == NULL, text && strstr(text, words[i]));
	}
	void *self = dlopen(NULL, RTLD_NOW);
	printf("%d", dlsym(self, "no_such_name") == NULL);
	printf("%d ", strstr(dlerror(), "no_such_name") != NULL);
	printf("%d", dlopen("/", RTLD_NOW) == NULL);
	printf("%d\n", dlerror() != NULL);
	C
	prints '11 11 11 11 11 11 11' main
}

# objects: how many the program has, through dl_iterate_phdr.
count='static int count(struct dl_phdr_info *info, size_t size, void *n)
{
	(void)info, (void)size;
	++*(int *)n;
	return 0;
}
static int objects(void)
{
	int n = 0;
	dl_iterate_phdr(count, &n);
	return n;
}
/* How many lines of /proc/self/maps name that file. */
static int mapped(const char *name)
{
	static char text[65536];
	int n = 0, maps = open("/proc/self/maps", O_RDONLY);
	size_t used = 0;
	ssize_t got;
	while ((got = read(maps, text + used, sizeof text - 1 - used)) > 0)
		used += (size_t)got;
	close(maps);
	text[used] = 0;
	for (char *at = text; (at = strstr(at, name)); at++)
		n++;
	return n;
}
'

@test "a failed dlopen leaves neither objects nor mappings nor constructors" {
	library low <<-'C'
	long write(int, const void *, unsigned long);
	__attribute__((constructor)) static void begin(void) { write(1, "+", 1); }
	int low(void) { return 1; }
	C
	library lost -llow <<<'int gone(void); int (*pointer)(void) = gone;'
	library gone </dev/null
	library needs -llow -lgone <<<'int needs(void) { return 1; }'
	rm libgone.so
	headers+=$count main <<-'C'
	int before = objects();
	printf("%d ", dlopen("./liblost.so", RTLD_NOW) != NULL);
	printf("%d ", dlopen("./libneeds.so", RTLD_NOW) != NULL);
	printf("%d %d %d ", objects() - before, mapped("liblost.so"),
		mapped("liblow.so"));
	printf("%d ", dlopen("./liblow.so", RTLD_NOW | RTLD_NOLOAD) != NULL);
	fflush(stdout);
	void *low = dlopen("./liblow.so", RTLD_NOW);
	printf(" %d %d\n", call(low, "low"), objects() - before);
	C
	prints '0 0 0 0 0 0 + 1 1' main
}

@test "a file that is no library leaves no mapping, at whichever check" {
	local byte
	printf '%0300d\n' 0 >text.so
	gcc -static -nostdlib -no-pie -x c - -o program.so \
		<<<'void _start(void) { for (;;); }'
	number good 1
	for byte in 18 20 54; do	# e_machine, e_version, e_phentsize
		cp libgood.so bad$byte.so
		printf '\x7f' | dd of=bad$byte.so bs=1 seek=$byte conv=notrunc \
			status=none
	done
	headers+=$count main <<-'C'
	static const char *const files[] = { "text.so", "program.so",
		"bad18.so", "bad20.so", "bad54.so" };
	for (int i = 0; i < 5; i++) {
		char path[20] = "./";
		int found = dlopen(strcat(path, files[i]), RTLD_NOW) != NULL;
		printf("%d %d\n", found, mapped(files[i]));
	}
	C
	prints $'0 0\n0 0\n0 0\n0 0\n0 0' main
}

@test "a closed library's mappings are gone, ten thousand times" {
	number low 1
	number a 2 -llow
	headers+=$count main <<-'C'
	for (int i = 0; i < 10000; i++) {
		void *a = dlopen("./liba.so", RTLD_LAZY);
		if (!a || call(a, "a") != 2)
			return 1;
		dlclose(a);
	}
	printf("%d %d\n", mapped("liba.so"), mapped("liblow.so"));
	C
	prints '0 0' main
}

@test "dladdr: object, base, and the nearest symbol below" {
	library a <<-'C'
	char data[100];
	int function(void) { return data[1] + 1; }
	static int hidden(void) { return data[2] + 2; }
	int (*pointer(void))(void) { return hidden; }
	C
	main -la <<-'C'
	Dl_info info;
	char *data = dlsym(RTLD_DEFAULT, "data");
	char *function = dlsym(RTLD_DEFAULT, "function");
	printf("%d ", dladdr(data + 50, &info) != 0);
	printf("%s %s %d ", base(info.dli_fname), info.dli_sname,
		info.dli_saddr == data);
	printf("%d ", dladdr(function + 1, &info) != 0);
	printf("%s %d ", info.dli_sname, info.dli_saddr == function);
	printf("%d ", memcmp(info.dli_fbase, ELFMAG, SELFMAG));
	/* The first bytes of an object are no symbol's. */
	printf("%d ", dladdr(info.dli_fbase, &info) != 0);
	printf("%d ", info.dli_sname == NULL && info.dli_saddr == NULL);
	int on_stack;
	printf("%d %d\n", dladdr(&on_stack, &info), dladdr((void *)8, &info));
	C
	prints '1 liba.so data 1 1 function 1 0 1 1 0 0' main
}

@test "dladdr1: the symbol, and the object's link_map" {
	library a <<<'char data[100];'
	main -la <<-'C'
	Dl_info info;
	void *data = dlsym(RTLD_DEFAULT, "data");
	const ElfW(Sym) *symbol = NULL;
	struct link_map *map = NULL;
	dladdr1(data, &info, (void **)&symbol, RTLD_DL_SYMENT);
	dladdr1(data, &info, (void **)&map, RTLD_DL_LINKMAP);
	printf("%d %s %d\n", (int)symbol->st_size, base(map->l_name),
		(char *)map->l_addr + symbol->st_value == data);
	C
	prints '100 liba.so 1' main
}

@test "dlinfo: LINKMAP, ORIGIN, SERINFO, TLS_MODID" {
	mkdir sub
	library a '-Wl,-rpath,$ORIGIN/first:/second' <<-'C'
	__thread int x = 3;
	int *a(void) { return &x; }
	C
	number plain 1
	cp liba.so sub/
	main <<-'C'
	void *a = dlopen("./sub/liba.so", RTLD_NOW);
	void *plain = dlopen("./libplain.so", RTLD_NOW);
	struct link_map *map = NULL;
	char origin[4096] = "";
	size_t module = 0, none = 9;
	printf("%d ", dlinfo(a, RTLD_DI_LINKMAP, &map));
	printf("%s %d ", base(map->l_name),
		(char *)dlsym(a, "a") > (char *)map->l_addr);
	printf("%d ", dlinfo(a, RTLD_DI_ORIGIN, origin));
	printf("%s ", base(origin));
	printf("%d ", dlinfo(a, RTLD_DI_TLS_MODID, &module));
	printf("%d ", module > 0);
	dlinfo(plain, RTLD_DI_TLS_MODID, &none);
	printf("%d\n", (int)none);
	Dl_serinfo size, *list;
	printf("%d ", dlinfo(a, RTLD_DI_SERINFOSIZE, &size));
	list = malloc(size.dls_size);
	printf("%d ", dlinfo(a, RTLD_DI_SERINFOSIZE, list));
	printf("%d ", dlinfo(a, RTLD_DI_SERINFO, list));
	printf("%d ", list->dls_cnt >= 3);
	for (unsigned i = 0; i < 3; i++)
		printf("%s ", base(list->dls_serpath[i].dls_name));
	printf("\n%d ", dlinfo(a, 9999, &none));
	printf("%d\n", dlerror() != NULL);
	C
	prints $'0 liba.so 1 0 sub 0 1 0\n0 0 0 1 sub first second \n-1 1' main
}

@test "dl_iterate_phdr: every object once, headers, adds and subs, TLS" {
	library a <<-'C'
	__thread int x = 3;
	int *a(void) { return &x; }
	C
	headers+='static unsigned long long adds, subs;
	static int seen, right, stop;
	static int look(struct dl_phdr_info *info, size_t size, void *data)
	{
		if (size < sizeof *info)
			return 1;
		adds = info->dlpi_adds, subs = info->dlpi_subs;
		if (stop)
			return 77;
		if (strcmp(base(info->dlpi_name), "liba.so") != 0)
			return 0;
		seen++;
		int *(*a)(void) = (int *(*)(void))data;
		for (int i = 0; i < info->dlpi_phnum; i++) {
			const ElfW(Phdr) *p = &info->dlpi_phdr[i];
			char *start = (char *)info->dlpi_addr + p->p_vaddr;
			if (p->p_type == PT_LOAD && (char *)a >= start &&
			    (char *)a < start + p->p_memsz)
				right++;
		}
		right += info->dlpi_tls_modid > 0 && info->dlpi_tls_data == a();
		return 0;
	}' main <<-'C'
	dl_iterate_phdr(look, NULL);
	unsigned long long before = adds, gone = subs;
	void *a = dlopen("./liba.so", RTLD_NOW);
	int *(*f)(void) = dlsym(a, "a");
	*f() = 4;
	printf("%d ", dl_iterate_phdr(look, f));
	printf("%d %d %d %d ", seen, right, (int)(adds - before),
		(int)(subs - gone));
	dlclose(a);
	dl_iterate_phdr(look, NULL);
	printf("%d %d %d ", seen, (int)(adds - before), (int)(subs - gone));
	stop = 1;
	printf("%d\n", dl_iterate_phdr(look, NULL));
	C
	prints '0 1 2 1 0 1 1 1 77' main
}

@test "the program and the vDSO are among the objects" {
	headers+='static int number, first_empty, vdso;
	static int look(struct dl_phdr_info *info, size_t size, void *data)
	{
		(void)size, (void)data;
		if (number++ == 0)
			first_empty = !*info->dlpi_name;
		vdso += !strcmp(base(info->dlpi_name), "linux-vdso.so.1");
		return 0;
	}' main <<-'C'
	dl_iterate_phdr(look, NULL);
	printf("%d %d\n", first_empty, vdso);
	C
	prints '1 1' main
}

@test "a constructor may open, and be opened by, others" {
	number low 1
	library a -ldl <<-'C'
	#include <dlfcn.h>
	static int seen;
	static void *low;
	__attribute__((constructor)) static void begin(void)
	{
		low = dlopen("./liblow.so", RTLD_NOW);
		seen = low ? ((int (*)(void))dlsym(low, "who"))() : -1;
	}
	__attribute__((destructor)) static void end(void) { dlclose(low); }
	int a(void) { return seen; }
	C
	main -la <<<'int a(void); printf("%d\n", a());'
	prints 1 main
	main <<-'C'
	void *a = dlopen("./liba.so", RTLD_NOW);
	printf("%d ", call(a, "a"));
	dlclose(a);
	printf("%d\n", dlopen("./liblow.so", RTLD_NOW | RTLD_NOLOAD) != NULL);
	C
	prints '1 0' main
}

@test "closing runs atexit's functions of that library alone" {
	library a <<-'C'
	long write(int, const void *, unsigned long);
	int __cxa_atexit(void (*)(void *), void *, void *);
	void __cxa_finalize(void *);
	void *__dso_handle __attribute__((visibility("hidden"))) =
		&__dso_handle;
	static void leave(void *x) { (void)x, write(1, "leave ", 6); }
	__attribute__((destructor)) static void end(void)
	{
		__cxa_finalize(__dso_handle);
	}
	void a(void) { __cxa_atexit(leave, 0, __dso_handle); }
	C
	headers+='static void bye(void) { puts("bye"); }' main <<-'C'
	atexit(bye);
	void *a = dlopen("./liba.so", RTLD_NOW);
	((void (*)(void))dlsym(a, "a"))();
	say("close ");
	dlclose(a);
	say("closed ");
	C
	prints 'close leave closed bye' main
}

@test "lazy and now: a missing function is found at the call, or at once" {
	library gone <<<'int gone(void) { return 1; }'
	library a <<<'int gone(void); int a(int x) { return x ? gone() : 2; }'
	main <<-'C'
	void *now = dlopen("./liba.so", RTLD_NOW);
	printf("%d %d ", now != NULL, strstr(dlerror(), "gone") != NULL);
	void *lazy = dlopen("./liba.so", RTLD_LAZY);
	int (*a)(int) = (int (*)(int))dlsym(lazy, "a");
	printf("%d ", a(0));
	/* The name comes into being, and the library is bound. */
	dlopen("./libgone.so", RTLD_NOW | RTLD_GLOBAL);
	printf("%d\n", a(1));
	C
	prints '0 1 2 1' main
}

@test "open libraries are looked up by DT_SONAME too" {
	number a 1 -Wl,-soname,libother.so.1
	main <<-'C'
	void *a = dlopen("./liba.so", RTLD_NOW);
	printf("%d\n", dlopen("libother.so.1", RTLD_NOW) == a);
	C
	prints 1 main
}

@test "several handles at once, closed in any order" {
	local i
	for i in 1 2 3 4 5 6; do
		number "n$i" "$i" $([ "$i" -eq 1 ] || echo "-ln$((i - 1))")
	done
	headers+=$count main <<-'C'
	static const int order[] = { 3, 0, 5, 1, 4, 2 };
	void *n[6];
	int before = objects();
	for (int i = 0; i < 6; i++) {
		char name[20];
		snprintf(name, sizeof name, "./libn%d.so", i + 1);
		n[i] = dlopen(name, RTLD_NOW);
		printf("%d", call(n[i], "who"));
	}
	for (int i = 0; i < 6; i++) {
		dlclose(n[order[i]]);
		printf(" %d", objects() - before);
	}
	puts("");
	C
	prints '123456 6 6 5 5 3 0' main
}

@test "RTLD_DEFAULT is what a reference of the caller would find" {
	local flags
	cat >a.c <<-'C'
	#define _GNU_SOURCE
	#include <dlfcn.h>
	#include <stddef.h>
	int who(void) { return 1; }
	int mine(void) { return 5; }
	int a(void)
	{
		int (*f)(void) = dlsym(RTLD_DEFAULT, "who");
		int (*g)(void) = dlsym(RTLD_DEFAULT, "mine");
		return 10 * f() + (g ? g() : 0);
	}
	C
	library a -ldl <a.c
	library b -ldl -Wl,-Bsymbolic <a.c
	number other 2
	main -lother <<-'C'
	void *a = dlopen("./liba.so", RTLD_NOW);
	printf("%d ", call(a, "a"));
	printf("%d ", call(dlopen("./libb.so", RTLD_NOW), "a"));
	dlclose(a);
	a = dlopen("./liba.so", RTLD_NOW | RTLD_DEEPBIND);
	printf("%d\n", call(a, "a"));
	C
	prints '25 15 15' main
}

@test "a filter that is opened brings its filtee, constructed" {
	local kind
	library real <<-'C'
	static int x = 3, *p = &x;
	__attribute__((constructor)) static void begin(void) { x = 4; }
	int who(void) { return *p; }
	C
	for kind in F f; do
		library filter "-Wl,-$kind,libreal.so" \
			<<<'int who(void) { return 1; }'
		main <<-'C'
		void *filter = dlopen("./libfilter.so", RTLD_NOW);
		if (!filter)
			return puts(dlerror()), 1;
		printf("%d\n", call(filter, "who"));
		return dlclose(filter);
		C
		prints 4 main
	done
}
