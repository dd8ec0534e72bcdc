/*
 * premain/cost/cost_run_add.c
 *
 * The mappings of an owner are one row.
 */
#include "premain/cost/run.h"

#include <string.h>

void cost_run_add(const struct cost_run *run, struct ledger *ledger)
{
	for (size_t i = 0; i < run->count; i++) {
		const struct region_cost *region = &run->regions[i];
		size_t owner = ledger_owner(ledger, region->owner);

		if (ledger->lost)
			return;
		memcpy(ledger->owners[owner].own, region->figures,
		       sizeof region->figures);
	}
	ledger_merge(ledger);
}
