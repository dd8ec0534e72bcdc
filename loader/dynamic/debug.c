/*
 * loader/dynamic/debug.c - the debugger's face: r_debug and where it stops
 *
 * Source: gdb/solib-svr4.c; gABI ch. 5, DT_DEBUG.
 */
#include "loader/dynamic/debug.h"

__attribute__((visibility("default"))) struct r_debug _r_debug;

void debug_state(int state)
{
	_r_debug.r_state = (unsigned int)state;
	_dl_debug_state();
}
