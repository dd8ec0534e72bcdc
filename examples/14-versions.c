/*
 * examples/14-versions.c
 * Several versions of one library, side by side.
 *
 * 1. Versions that cannot replace each other are different files, and their
 *    names say so: libgreet.so.1, libgreet.so.2. Both may lie in one folder. A
 *    program asks for the DT_SONAME of the file that it was linked with.
 * 2. Versions that can replace each other are one file: it keeps the old
 *    function beside the new one, under versions of the same name (14-greet.c).
 *    The program notes name and version, greet@ONE, and gets just that.
 * 3. This program is built twice: today, and -DOLD as if it had been linked
 *    when ONE was all there was. The same library answers both.
 *
 * build   premain-gcc -shared -fpic 14-greet.c -o libgreet.so.2
 *             -Wl,-soname,libgreet.so.2 -Wl,--version-script=14-greet.map
 *         premain-gcc -dynamic 14-versions.c libgreet.so.2
 *             '-Wl,-rpath,$ORIGIN' -o versions
 * look    readelf -V versions; LD_PREMAIN=why:greet ./versions
 * try     change ONE to THREE in the program with a hex editor
 * source  gABI ch. 5 (DT_SONAME), LSB core 10.7 (Symbol Versioning)
 */

#include <stdio.h>

#ifdef OLD
__asm__(".symver greet, greet@ONE");
#endif
const char *greet(void);

int main(void)
{
	printf("%s from the library\n", greet());
	return 0;
}
