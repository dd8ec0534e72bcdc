/*
 * examples/10-library.c
 * A program in two files that meet only when it runs.
 *
 * 1. The library (10-area.c) is compiled for any place in memory (-fpic), and
 *    linked with -shared. Its DT_SONAME is the name that programs ask for.
 * 2. The program has neither the function nor the variable: it notes the
 *    library's name (DT_NEEDED), where to look for it (DT_RUNPATH; $ORIGIN is
 *    the folder that the program lies in), and who can bring all that together
 *    (PT_INTERP, the dynamic loader).
 * 3. The kernel starts the loader, which maps the library and writes the
 *    address of area() into a table of the program: examples/11-plt.c.
 * 4. The variable has moved into the program (R_X86_64_COPY): it was compiled
 *    without knowing that area_calls is another's. The library uses that copy.
 *
 * build   premain-gcc -shared -fpic 10-area.c -o libarea.so
 *         premain-gcc -dynamic 10-library.c -L. -larea '-Wl,-rpath,$ORIGIN'
 * look    readelf -d a.out; readelf -r a.out; LD_PREMAIN=explain ./a.out
 * try     move libarea.so away; then say where it is with LD_LIBRARY_PATH
 * source  gABI ch. 5 (Dynamic Linking), psABI 4.4.1
 */

#include <stdio.h>

extern int area_calls;
int area(int width, int height);

int main(void)
{
	printf("area %d\n", area(6, 7));
	printf("area %d\n", area(2, 3));
	printf("%d calls\n", area_calls);
	return 0;
}
