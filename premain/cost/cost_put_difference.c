/*
 * premain/cost/cost_put_difference.c
 *
 * With its sign; nothing where one of the two is not known.
 */
#include "premain/cost/cost.h"
#include "premain/report/report.h"

void cost_put_difference(struct text *text, unsigned long long now,
			 unsigned long long before)
{
	if (now == COST_UNKNOWN || before == COST_UNKNOWN)
		return;
	if (now == before) {
		text_put(text, "0");
		return;
	}
	text_put(text, now > before ? "+" : "-");
	put_number(text, now > before ? now - before : before - now);
}
