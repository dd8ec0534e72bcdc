/*
 * loader/dynamic/conf.h - /etc/ld-premain.so.conf: folders of our own
 */
#ifndef LOADER_DYNAMIC_CONF_H
#define LOADER_DYNAMIC_CONF_H

/* Its text; empty: there is no such file. */
const char *conf_folders(void);

#endif
