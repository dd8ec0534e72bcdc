; tests/dynamic/wide_library.asm
; void target(void), void scrub(void); struct registers after, long width
;
; target() notes in `after` what each register that may hold an argument has at
; its call; scrub() is the worst that a resolver may do to them. Vector
; registers are `width` bytes wide: 16, 32, or 64, and then there are k0 to k7.
;
; clobber target: nothing but the flags; scrub: all that a function may
; source  psABI 3.2.3; layout of struct registers: 59-lazy.bats

        default rel
        global  target:function
        global  scrub:function
        global  after:data (after.end - after)
        global  width:data 8

        section .text
target: mov     [after.general], rdi
        mov     [after.general + 8], rsi
        mov     [after.general + 16], rdx
        mov     [after.general + 24], rcx
        mov     [after.general + 32], r8
        mov     [after.general + 40], r9
        mov     [after.general + 48], rax
        mov     [after.general + 56], r10
        mov     [after.stack], rsp
        cmp     qword [width], 32
        ja      .zmm
        je      .ymm
%assign i 0
%rep 16
        movups  [after + 64 * i], xmm %+ i
%assign i i + 1
%endrep
        ret
.ymm:
%assign i 0
%rep 16
        vmovups [after + 64 * i], ymm %+ i
%assign i i + 1
%endrep
        ret
.zmm:
%assign i 0
%rep 32
        vmovups [after + 64 * i], zmm %+ i
%assign i i + 1
%endrep
%assign i 0
%rep 8
        kmovw   [after.mask + 8 * i], k %+ i
%assign i i + 1
%endrep
        ret

scrub:  cmp     qword [width], 32
        ja      .zmm
        je      .ymm
%assign i 0
%rep 16
        pcmpeqb xmm %+ i, xmm %+ i
%assign i i + 1
%endrep
        jmp     .rest
.ymm:   vzeroall
        jmp     .rest
.zmm:
%assign i 0
%rep 32
        vpternlogd zmm %+ i, zmm %+ i, zmm %+ i, 255
%assign i i + 1
%endrep
%assign i 0
%rep 8
        kxnorw  k %+ i, k %+ i, k %+ i
%assign i i + 1
%endrep
.rest:  mov     rax, -1
        mov     rcx, rax
        mov     rdx, rax
        mov     rsi, rax
        mov     rdi, rax
        mov     r8, rax
        mov     r9, rax
        mov     r10, rax
        mov     r11, rax
        ret

        section .data
width:  dq      16

        section .bss
        alignb  64
after:  resb    32 * 64
.mask:  resq    8
.general: resq  8
.stack: resq    1
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
