/*
 * std/cxx/one_thread.c - what the compiler's C++ library asks about threads
 *
 * There is one, so no lock has to wait for anybody.
 * Source: POSIX.1-2024 pthread_mutex_lock.
 */
char __libc_single_threaded = 1;

int pthread_mutex_lock(void *mutex);
int pthread_mutex_unlock(void *mutex);

int pthread_mutex_lock(void *mutex)
{
	(void)mutex;
	return 0;
}

int pthread_mutex_unlock(void *mutex)
{
	(void)mutex;
	return 0;
}
