/* crt/die.h - the last words of a start that cannot go on */
#ifndef CRT_DIE_H
#define CRT_DIE_H

/* Writes `line` ("premain: ...\n") to standard error; ends with status 127. */
_Noreturn void __premain_die(const char *line);

#endif
