/*
 * loader/dynamic/tls_get_addr.c - the address of a variable, by its module
 *
 * Source: psABI and TLS 3.4.6: __tls_get_addr(tls_index *).
 */
#include "loader/dynamic/thread.h"

__attribute__((visibility("default")))
void *__tls_get_addr(const struct tls_index *index)
{
	return first_thread->blocks[index->module] + index->offset;
}
