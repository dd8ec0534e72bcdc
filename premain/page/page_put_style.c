/*
 * premain/page/page_put_style.c
 *
 * The style sheet: style.css, without what only its reader needs.
 */
#include "premain/page/page.h"
#include "premain/page/style.inc"	/* packed[], with pairs[] */

void page_put_style(struct text *text, const struct comparison *comparison)
{
	(void)comparison;
	text_unpack(text, packed, sizeof packed - 1, pairs);
}
