/* loader/elf/complain.c - a check says what it found */
#include "loader/elf/complaint.h"

bool complain(struct complaint *complaint, const char *field,
	      enum complaint_form form, uint64_t value, const char *sentence)
{
	complaint->field = field;
	complaint->form = form;
	complaint->value = value;
	complaint->sentence = sentence;
	return false;
}

bool complain_call(struct complaint *complaint, const char *call, long error)
{
	return complain(complaint, call, AS_ERROR, (uint64_t)error,
			"fails with");
}
