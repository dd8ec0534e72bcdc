/*
 * std/stdlib/clearenv.c - an empty environment
 *
 * Source: clearenv(3).
 */
#include <stdlib.h>
#include "std/stdlib/environment.h"

int clearenv(void)
{
	__environ = NULL;
	return 0;
}
