/*
 * std/cxx/one_thread.c - what the compiler's C++ library asks about threads
 *
 * There is one, so nobody has to wait for anybody.
 * Source: POSIX.1-2024 pthread_mutex_lock, pthread_cond_wait, pthread_once.
 */
char __libc_single_threaded = 1;

int pthread_mutex_lock(void *mutex);
int pthread_mutex_unlock(void *mutex);
int pthread_cond_wait(void *condition, void *mutex);
int pthread_cond_broadcast(void *condition);
int pthread_once(int *done, void (*function)(void));

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

int pthread_cond_wait(void *condition, void *mutex)
{
	(void)condition;
	(void)mutex;
	return 0;
}

int pthread_cond_broadcast(void *condition)
{
	(void)condition;
	return 0;
}

int pthread_once(int *done, void (*function)(void))
{
	if (!*done) {
		*done = 1;
		function();
	}
	return 0;
}
