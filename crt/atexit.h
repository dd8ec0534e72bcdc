/* crt/atexit.h - the list that atexit's functions stand in */
#ifndef CRT_ATEXIT_H
#define CRT_ATEXIT_H

typedef void handler(void);

/* A block with [first, next) of it in use; the newest may be empty. */
struct block {
	struct block *previous;
	handler **first, **next, **end;
};

extern struct block *__premain_newest __attribute__((visibility("hidden")));

/* Calls the newest function and takes it from the list, until none is left. */
void __premain_run_atexit(void);

#endif
