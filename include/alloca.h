/* alloca.h - memory that lives as long as the calling function, alloca(3) */
#ifndef _ALLOCA_H
#define _ALLOCA_H

#define alloca(size) __builtin_alloca(size)

#endif
