/*
 * examples/hello_world_skeptic.c
 * Do we need the #include, the types and the return? Leave them out.
 *
 * 1. It still builds, as C of 1989 did, with a warning for each: main's type is
 *    taken to be int, and printf to be a function that returns int. (gcc 14
 *    makes errors of them: say -std=gnu89 and it is 1989 again.)
 * 2. It still runs, because headers hold declarations, not functions. The
 *    function comes from the library, which is linked either way.
 * 3. But what does main return? From C99 on, a main that reaches its end
 *    returns 0. In C89 it returns whatever is in eax: what the last call left
 *    there. gcc has made puts of our printf, and puts may return any number
 *    that is not negative: 0 with musl; glibc and we give the bytes written,
 *    13. -fno-builtin keeps printf, which has to return just that.
 *
 * build   premain-gcc hello_world_skeptic.c -o skeptic
 *         premain-gcc -std=gnu89 hello_world_skeptic.c -o skeptic89
 *         premain-gcc -std=gnu89 -fno-builtin hello_world_skeptic.c -o printf89
 * look    ./skeptic; echo $?; ./skeptic89; echo $?; ./printf89; echo $?
 * source  C11 5.1.2.2.3 (reaching the end of main)
 */

main()
{
	printf("hello world!\n");
}
