/* getopt.h - options with long names, getopt_long(3) */
#ifndef _GETOPT_H
#define _GETOPT_H

#ifdef __cplusplus
extern "C" {
#endif

#define no_argument 0
#define required_argument 1
#define optional_argument 2

struct option {
	const char *name;
	int has_arg;
	int *flag;
	int val;
};

extern char *optarg;
extern int opterr;
extern int optind;
extern int optopt;

int getopt(int count, char *const arguments[], const char *letters);
int getopt_long(int count, char *const arguments[], const char *letters,
	const struct option *options, int *index);

#ifdef __cplusplus
}
#endif

#endif
