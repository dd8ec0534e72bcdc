/*
 * premain/explain/plain_words.c
 *
 * The sentences are plain English in the sources. In the command, some bytes
 * stand for two, of which each may stand for two again: the Makefile
 * has pack_sentences.awk write them so before the compiler sees them.
 */
#include "premain/explain/explain.h"

#include "premain/explain/pairs.inc"

void plain_words(char plain[PLAIN_WORDS], const char *words)
{
	char waiting[160];	/* no pair is in itself */
	size_t length = 0, depth = 0;

	while (depth || (*words && *words != '\n')) {
		char byte = depth ? waiting[--depth] : *words++;

		for (; is_packed(byte); byte = *packed_pair(byte, pairs))
			waiting[depth++] = packed_pair(byte, pairs)[1];
		if (length + 1 < PLAIN_WORDS)
			plain[length++] = byte;
	}
	plain[length] = '\0';
}
