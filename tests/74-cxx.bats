#!/usr/bin/env bats
# premain-g++ and premain-clang++: C++ as far as its library is not needed

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	command -v g++ >/dev/null || skip 'g++ is not there'
}

each_compiler()
{
	local cxx
	for cxx in premain-g++ premain-clang++; do
		command -v "${cxx#premain-}" >/dev/null || continue
		echo "# $cxx" >&2
		eval "$1"
	done
}

@test "objects are made before main and go after it; new, virtual, templates" {
	cat >objects.cc <<-'END'
		#include <initializer_list>
		#include <new>
		#include <type_traits>
		#include <utility>
		#include <stdio.h>
		#include <stdlib.h>

		struct base {
			const char *name;
			base(const char *name) : name(name)
			{
				printf("+%s ", name);
			}
			virtual ~base() { printf("-%s ", name); }
			virtual int f() const = 0;
		};
		struct derived : base {
			using base::base;
			int f() const override { return name[0]; }
		};

		static derived first("first"), second("second");

		static const base &local()
		{
			static derived variable("local");
			return variable;
		}

		template <class type> static type sum(std::initializer_list<type> all)
		{
			type total{};
			for (auto each : all)
				total += each;
			return total;
		}

		int main()
		{
			static_assert(std::is_same<int, decltype(sum({1}))>::value, "");
			base *heap = new derived("heap");
			int *array = new int[100]();
			alignas(derived) char place[sizeof(derived)];

			printf("%c%c%c ", heap->f(), local().f(), local().f());
			(new (place) derived("placed"))->~derived();
			printf("%d%d ", sum({1, 2, 3}), array[99]);
			delete[] array;
			delete heap;
			atexit([] { printf("atexit "); });
			return 0;
		}
	END
	each_compiler '
		for kind in -static -static-pie -dynamic "-dynamic -no-pie"; do
			$cxx -std=c++14 -O1 $kind objects.cc -o objects
			run -0 ./objects
			expect "+first +second +heap +local hll +placed -placed 60 -heap atexit -local -second -first "
		done'
}

@test "exceptions, run-time types and thread-local objects, in a dynamic program" {
	cat >throw.cc <<-'END'
		#include <exception>
		#include <new>
		#include <typeinfo>
		#include <stdio.h>
		#include <stdint.h>

		struct base { virtual ~base() {} };
		struct derived : base { };
		struct guard {
			int n;
			guard(int n) : n(n) {}
			~guard() { printf("~%d ", n); }
		};
		static thread_local guard thread(9);

		static void deeper(int n)
		{
			guard here(n);
			if (n == 0)
				throw derived();
			deeper(n - 1);
		}

		int main()
		{
			thread.n = 8;
			try {
				deeper(2);
			} catch (base &thrown) {
				printf("%d ", dynamic_cast<derived *>(&thrown) != 0);
				printf("%s\n", typeid(thrown).name());
			}
			try {
				volatile size_t size = SIZE_MAX / 4;
				char *volatile memory = new char[size];
				memory[0] = 0;
			} catch (std::bad_alloc &thrown) {
				printf("%s\n", thrown.what());
			}
			try {
				try {
					throw 1;
				} catch (...) {
					throw;
				}
			} catch (int n) {
				printf("%d\n", n);
			}
			return 0;
		}
	END
	each_compiler '
		$cxx -O1 -dynamic throw.cc -o throw
		run -0 ./throw
		expect "~0 ~1 ~2 1 7derived
std::bad_alloc
1
~8 "'
}

@test "an exception leaves a library, and is caught in the program" {
	cat >library.cc <<-'END'
		#include <stdio.h>
		struct noisy { noisy() { puts("made"); } ~noisy() { puts("gone"); } };
		static noisy object;
		void thrower(int n) { throw n; }
	END
	cat >main.cc <<-'END'
		#include <stdio.h>
		void thrower(int);
		int main()
		{
			try {
				thrower(42);
			} catch (int n) {
				printf("%d\n", n);
			}
			return 0;
		}
	END
	each_compiler '
		$cxx -shared library.cc -o liblibrary.so
		$cxx -dynamic main.cc -L. -llibrary -Wl,-rpath,"\$ORIGIN" -o main
		run -0 ./main
		expect "made
42
gone"'
}

@test "nobody catches: the process aborts, and says of what" {
	cat >nobody.cc <<-'END'
		int main() { throw 1; }
	END
	each_compiler '
		$cxx -dynamic nobody.cc -o nobody
		run -134 ./nobody
		expect "terminate called after throwing an instance of '\''int'\''"'
}
