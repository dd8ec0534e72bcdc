; tests/bench/floor.asm
; The floor: what no program that says hello can do without.
;
; No check, no stack, one segment with headers, code and text: `make bench`
; holds our programs against it.
;
; source  write(2), exit_group(2), psABI A.2.1

SYS_write: equ  1
SYS_exit_group: equ 231

        default rel

        section .text
        global  _start:function (_start.end - _start)

_start:
        mov     eax, SYS_write
        mov     edi, 1
        lea     rsi, [hello]
        mov     edx, hello.size
        syscall
        mov     eax, SYS_exit_group
        xor     edi, edi
        syscall
.end:

hello:  db      "hello world!", 10
.size:  equ     $ - hello

        section .note.GNU-stack noalloc noexec nowrite progbits
