/* tests/elf/mutate.h - spoilt copies of a file, the same for the same seed */
#ifndef TESTS_ELF_MUTATE_H
#define TESTS_ELF_MUTATE_H

#include <stdint.h>

/* Reads the good file, of at most 2 MiB. */
void mutate_load(const char *name);

/* Writes a spoilt copy of it; some are cut. */
void mutate_write(uint64_t seed, int fd);

/* Says by perror what went wrong here, not in what is tested. */
_Noreturn void mutate_fail(const char *what);

#endif
