; examples/02-exit.asm
; The shortest program that ends as it should, made with a linker this time.
;
; 1. NASM turns this file into an object file: code, and a table of names. The
;    linker ld turns objects into a program: it writes the ELF header that
;    01-elf wrote by hand, and e_entry becomes the address of `_start`.
; 2. A system call is one instruction, `syscall`. eax holds the number of the
;    call, rdi its first argument.
; 3. The kernel never returns from exit. The status goes to whoever waits for
;    this process: the shell shows it as $?.
;
; build   nasm -f elf64 02-exit.asm -o 02-exit.o && ld 02-exit.o -o 02-exit
; look    ./02-exit; echo $?
; try     leave out the last syscall. What runs next?
; source  exit(2), psABI A.2.1

SYS_exit: equ   60                      ; asm/unistd_64.h

        section .text
        global  _start:function (_start.end - _start)

_start:
        mov     eax, SYS_exit
        mov     edi, 42                 ; the status: 0 to 255
        syscall
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
