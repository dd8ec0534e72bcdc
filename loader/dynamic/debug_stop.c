/*
 * loader/dynamic/debug_stop.c - void _dl_debug_state(void): a debugger stops
 *
 * Empty, and alone in its file: so the call of it is not left out.
 */
#include "loader/dynamic/debug.h"

__attribute__((visibility("default"))) void _dl_debug_state(void)
{
}
