/*
 * crt/destructors.c - the functions of fini_array, the last one first
 *
 * Source: gABI ch. 5, Initialization and Termination Functions.
 */
#define HIDDEN __attribute__((visibility("hidden")))

typedef void destructor(void);

extern destructor *const __premain_fini_start[] HIDDEN;
extern destructor *const __premain_fini_end[] HIDDEN;

void __premain_destructors(void);

void __premain_destructors(void)
{
	destructor *const *run = __premain_fini_end;

	while (run > __premain_fini_start)
		(*--run)();
}
