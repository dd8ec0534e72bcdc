/*
 * tests/syscalls/meetings.c
 * Where processes meet: futexes, queues, System V, sockets, requests.
 */
#include "safe.h"

static void check_futexes(void)
{
	static unsigned int word = 5, other;
	static struct robust_list_head list, *head;
	struct futex_waitv waiter = { 0 };
	size_t size = 0;

	/* FUTEX_CMP_REQUEUE compares *uaddr with argument 6. */
	expect("futex", sys_futex(&word, FUTEX_CMP_REQUEUE, 1, NULL, &other,
		4), -EAGAIN);
	if (sys_futex(&word, FUTEX_CMP_REQUEUE, 1, NULL, &other, 5) != 0)
		expect("futex", -1, 0);
	waiter.val = 4;
	waiter.uaddr = (unsigned long)&word;
	waiter.flags = FUTEX_32;
	expect_since("futex_waitv", sys_futex_waitv(&waiter, 1, 0, NULL, 0),
		-EAGAIN, 5, 16);
	expect_since("futex_wake", sys_futex_wake(&word, 1, 1, FUTEX_32), 0,
		6, 7);
	expect_since("futex_wait", sys_futex_wait(&word, 4, 1, FUTEX_32, NULL,
		0), -EAGAIN, 6, 7);
	expect_since("futex_requeue", sys_futex_requeue(NULL, -1U, 0, 0),
		-EINVAL, 6, 7);
	list.list.next = &list.list;
	expect("set_robust_list", sys_set_robust_list(&list, sizeof(list)),
		0);
	result = sys_get_robust_list(0, &head, &size);
	expect_true("get_robust_list", head == &list && size == sizeof(list));
	sys_set_robust_list(NULL, sizeof(list));
}

static void check_message_queue(void)
{
	struct mq_attr attr = { 0 }, got = { 0 };
	/* qemu looks at the byte before: the C library wants a slash there. */
	const char *name = &"/premain-test"[1];
	char text[8] = "";
	unsigned int priority = 0;
	int queue;

	attr.mq_maxmsg = 1;
	attr.mq_msgsize = 8;
	sys_mq_unlink(name);
	queue = (int)sys_mq_open(name, O_CREAT | O_RDWR, 0600, &attr);
	if (built_without("mq_open", queue, "POSIX_MQUEUE")) {
		queue = -1;
		built_without("mq_timedsend", -ENOSYS, "POSIX_MQUEUE");
		built_without("mq_timedreceive", -ENOSYS, "POSIX_MQUEUE");
		built_without("mq_getsetattr", -ENOSYS, "POSIX_MQUEUE");
		built_without("mq_notify", -ENOSYS, "POSIX_MQUEUE");
		built_without("mq_unlink", -ENOSYS, "POSIX_MQUEUE");
		return;
	}
	result = queue;
	expect_true("mq_open", queue > 2);
	expect("mq_timedsend", sys_mq_timedsend(queue, "hello", 6, 3, NULL),
		0);
	result = sys_mq_timedreceive(queue, text, 8, &priority, NULL);
	expect_true("mq_timedreceive", priority == 3 && same(text, "hello", 6));
	result = sys_mq_getsetattr(queue, NULL, &got);
	expect_true("mq_getsetattr", got.mq_msgsize == 8);
	expect("mq_notify", sys_mq_notify(queue, NULL), 0);
	expect("mq_unlink", sys_mq_unlink(name), 0);
	sys_close(queue);
}

static void check_system_v(void)
{
	static const char *const names[] = { "shmget", "shmat", "shmdt",
		"shmctl", "semget", "semop", "semtimedop", "semctl", "msgget",
		"msgsnd", "msgrcv", "msgctl" };
	struct message out = { 5, "sysv" }, in = { 0, "" };
	struct sembuf up = { 0, 2, 0 };
	int memory = (int)sys_shmget(0, PAGE, 0600), set, queue;
	char *at;
	size_t i;

	for (i = 0; memory == -ENOSYS && i < 12; i++)
		built_without(names[i], -ENOSYS, "SYSVIPC");
	if (memory == -ENOSYS)
		return;
	result = memory;
	expect_true("shmget", 1);
	at = (char *)sys_shmat(memory, NULL, 0);
	result = (long)at;
	expect_true("shmat", !is_error((long)at) && at[0] == 0);
	expect("shmdt", sys_shmdt(at), 0);
	expect("shmctl", sys_shmctl(memory, IPC_RMID, NULL), 0);
	set = (int)sys_semget(0, 1, 0600);
	result = set;
	expect_true("semget", 1);
	expect("semop", sys_semop(set, &up, 1), 0);
	up.sem_op = -1;
	result = sys_semtimedop(set, &up, 1, NULL);
	expect_true("semtimedop", sys_semctl(set, 0, GETVAL, 0) == 1);
	expect("semctl", sys_semctl(set, 0, IPC_RMID, 0), 0);
	queue = (int)sys_msgget(0, 0600);
	result = queue;
	expect_true("msgget", 1);
	expect("msgsnd", sys_msgsnd(queue, &out, 5, 0), 0);
	result = sys_msgrcv(queue, &in, 8, 5, 0);
	expect_true("msgrcv", in.type == 5 && same(in.text, "sysv", 5));
	expect("msgctl", sys_msgctl(queue, IPC_RMID, NULL), 0);
}

static void check_a_connection(void)
{
	struct sockaddr address = { AF_UNIX, "\0premain" }, peer;
	int listener = (int)sys_socket(AF_UNIX, SOCK_STREAM, 0);
	int client = (int)sys_socket(AF_UNIX, SOCK_STREAM, 0);
	int size = sizeof(peer), one = 1, server;
	long pid = sys_getpid();

	address.sa_data[8] = (char)('A' + (pid & 15));
	address.sa_data[9] = (char)('A' + (pid >> 4 & 15));
	result = listener;
	expect_true("socket", listener > 2);
	expect("bind", sys_bind(listener, &address, 12), 0);
	expect("listen", sys_listen(listener, 2), 0);
	expect("connect", sys_connect(client, &address, 12), 0);
	server = (int)sys_accept(listener, NULL, NULL);
	result = server;
	expect_true("accept", server > client);
	expect("accept4", sys_accept4(listener, NULL, NULL, ALL_ONES),
		-EINVAL);
	result = sys_getsockname(listener, &peer, &size);
	expect_true("getsockname", size == 12 && same(&peer, &address, 12));
	size = sizeof(peer);
	result = sys_getpeername(client, &peer, &size);
	expect_true("getpeername", size == 12);
	expect("setsockopt", sys_setsockopt(client, SOL_SOCKET, SO_PASSCRED,
		&one, 4), 0);
	size = sizeof(one);
	result = sys_getsockopt(client, SOL_SOCKET, SO_TYPE, &one, &size);
	expect_true("getsockopt", one == SOCK_STREAM);
	expect("shutdown", sys_shutdown(client, 99), -EINVAL);
	sys_close(server);
	sys_close(client);
	sys_close(listener);
}

static void check_messages(void)
{
	int pair[2];
	char text[8] = "";
	struct iovec part = { "123", 3 }, room = { text, 8 };
	struct msghdr out = { 0 }, in = { 0 };
	struct mmsghdr many;

	expect("socketpair", sys_socketpair(AF_UNIX, SOCK_DGRAM, 0, pair), 0);
	expect("sendto", sys_sendto(pair[0], "abc", 4, 0, NULL, 0), 4);
	result = sys_recvfrom(pair[1], text, 8, 0, NULL, NULL);
	expect_true("recvfrom", same(text, "abc", 4));
	out.msg_iov = &part;
	in.msg_iov = &room;
	out.msg_iovlen = in.msg_iovlen = 1;
	expect("sendmsg", sys_sendmsg(pair[0], &out, 0), 3);
	result = sys_recvmsg(pair[1], &in, 0);
	expect_true("recvmsg", same(text, "123", 3));
	many.msg_hdr = out;
	expect("sendmmsg", sys_sendmmsg(pair[0], &many, 1, 0), 1);
	many.msg_hdr = in;
	result = sys_recvmmsg(pair[1], &many, 1, 0, NULL);
	expect_true("recvmmsg", many.msg_len == 3);
	sys_close(pair[0]);
	sys_close(pair[1]);
}

static void check_asynchronous(void)
{
	static const char *const names[] = { "io_setup", "io_submit",
		"io_getevents", "io_pgetevents", "io_cancel", "io_destroy" };
	char text[4] = "";
	unsigned long context = 0;
	struct iocb block, *blocks[1] = { &block };
	struct io_event event;
	int fd = (int)sys_open("data", O_RDONLY, 0);
	long made = sys_io_setup(1, &context);
	size_t i;

	for (i = 0; made == -ENOSYS && i < 6; i++)
		if (!built_without(names[i], made, "AIO"))
			expect(names[i], made, 0);
	if (made != -ENOSYS) {
		expect("io_setup", made, 0);
		clear(&block, sizeof(block));
		block.aio_fildes = (unsigned int)fd;
		block.aio_lio_opcode = IOCB_CMD_PREAD;
		block.aio_buf = (unsigned long)text;
		block.aio_nbytes = 3;
		block.aio_offset = 2;
		expect("io_submit", sys_io_submit(context, 1, blocks), 1);
		result = sys_io_getevents(context, 1, 1, &event, NULL);
		expect_true("io_getevents", same(text, "234", 3));
		expect("io_pgetevents", sys_io_pgetevents(context, 0, 1,
			&event, &at_once, NULL), 0);
		expect("io_cancel", sys_io_cancel(context, &block, &event),
			-EINVAL);
		expect("io_destroy", sys_io_destroy(context), 0);
	}
	sys_close(fd);
	if (!built_without("io_uring_setup", sys_io_uring_setup(0, BAD),
	    "IO_URING"))
		either("io_uring_setup", sys_io_uring_setup(0, BAD), -EFAULT,
			-EINVAL);
	expect_option("io_uring_enter",
		sys_io_uring_enter(NO_FD, 0, 0, -1U, NULL, 0), -EINVAL,
		"IO_URING");
	expect_option("io_uring_register",
		sys_io_uring_register(NO_FD, 1, NULL, 0), -EBADF, "IO_URING");
}

void check_meetings(void)
{
	check_futexes();
	check_message_queue();
	check_system_v();
	check_a_connection();
	check_messages();
	check_asynchronous();
}
