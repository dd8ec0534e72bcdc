/* crt/cxa_atexit.h - functions that run when an object goes, or the process */
#ifndef CRT_CXA_ATEXIT_H
#define CRT_CXA_ATEXIT_H

/* Each object's own name for itself: only its address counts. */
extern const char __dso_handle __attribute__((visibility("hidden")));

/*
 * function(argument) runs at exit, or when the object `dso` is unloaded; the
 * last one registered, by atexit too, runs first. Returns 0, or nonzero where
 * there is no memory.
 */
__attribute__((visibility("default")))
int __cxa_atexit(void (*function)(void *), void *argument, const void *dso);

/* Runs what is left of this object's functions; with NULL, of all. */
__attribute__((visibility("default"))) void __cxa_finalize(const void *dso);

#endif
