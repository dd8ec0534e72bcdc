/*
 * std/unistd/option_place.h - where getopt is inside an argument such as -abc
 *
 * Source: std/unistd/getopt.c.
 */
#ifndef STD_UNISTD_OPTION_PLACE_H
#define STD_UNISTD_OPTION_PLACE_H

/* the offset of the next letter in arguments[optind], 0 for a new argument */
extern int __premain_option_place;

#endif
