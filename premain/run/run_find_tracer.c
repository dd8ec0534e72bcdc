/*
 * premain/run/run_find_tracer.c
 */
#include "premain/run/run.h"

char *run_find_tracer(enum tracer_kind kind)
{
	return run_find(kind == TRACER_OWN ? run_self() :
					     run_tracer_name(kind));
}
