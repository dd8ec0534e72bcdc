/*
 * std/stdlib/random_state.h - the state that rand and srand share
 *
 * Source: C11 7.22.2.
 */
#ifndef STD_STDLIB_RANDOM_STATE_H
#define STD_STDLIB_RANDOM_STATE_H

extern unsigned long __premain_random_state;

#endif
