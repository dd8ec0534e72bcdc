; examples/04-arguments.asm
; Print each argument on a line of its own.
;
; 1. Before the first instruction the kernel has filled the stack:
;
;        rsp -> argc                     8 bytes: how many arguments
;               argv[0]                  address of the first one
;               ...
;               0                        ends the arguments
;               envp[0] ...              the environment, ended by a 0 as well
;
;    Nobody passes argc and argv to a program: it finds them there.
; 2. The strings are further up on the same stack. Each ends with a 0 byte, so
;    its length has to be counted.
; 3. The stack is ours to write. A line is made by putting a newline where the
;    0 byte was: one write for each argument, and no copy.
;
; build   nasm -f elf64 04-arguments.asm -o 04-arguments.o
;         ld 04-arguments.o -o 04-arguments
; look    ./04-arguments one "two words" ''; strace ./04-arguments one
; try     print the environment instead: where does it begin?
; source  psABI 3.4.1

SYS_write: equ  1
SYS_exit: equ   60
STDOUT: equ     1

        section .text
        global  _start:function (_start.end - _start)

_start:
        lea     rbx, [rsp + 8]          ; argv: the next argument's address
.argument:
        mov     rsi, [rbx]
        test    rsi, rsi
        jz      .leave                  ; the 0 behind the last argument

        xor     edx, edx                ; the length so far
.count: cmp     byte [rsi + rdx], 0
        lea     rdx, [rdx + 1]          ; unlike inc, it leaves the flags
        jne     .count
        mov     byte [rsi + rdx - 1], 10 ; the newline, counted in rdx

        mov     eax, SYS_write
        mov     edi, STDOUT
        syscall
        add     rbx, 8
        jmp     .argument
.leave:
        mov     eax, SYS_exit
        xor     edi, edi
        syscall
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
