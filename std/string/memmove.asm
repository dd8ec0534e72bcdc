; std/string/memmove.asm
; void *memmove(void *to, const void *from, size_t size)
;
; One case is not memcpy's: more than 128 bytes moved upwards onto themselves.
; They are copied from the end, in pieces, because `std; rep movsb` is ten
; times slower than this loop.
;
; in      rdi = to, rsi = from, rdx = size
; out     rax = to
; clobber rcx rsi rdi r8 xmm0-xmm11
; source  C11 7.24.2.2

        default rel
        section .text.memmove progbits alloc exec nowrite align=16

        extern  memcpy

        global  memmove:function (memmove.end - memmove)
memmove:
        mov     rax, rdi
        sub     rax, rsi                ; below size only if `to` lies inside
        cmp     rax, rdx
        jae     memcpy
        cmp     rdx, 128
        jbe     memcpy

        mov     rax, rdi
        movups  xmm0, [rsi]             ; both ends wait in registers
        movups  xmm1, [rsi + 16]
        movups  xmm2, [rsi + 32]
        movups  xmm3, [rsi + 48]
        movups  xmm4, [rsi + rdx - 64]
        movups  xmm5, [rsi + rdx - 48]
        movups  xmm6, [rsi + rdx - 32]
        movups  xmm7, [rsi + rdx - 16]
        sub     rsi, rdi                ; the distance, the same all along
        lea     rcx, [rdi + rdx - 1]
        and     rcx, -64                ; down to here the end is enough
        lea     r8, [rdi + 64]
.next_64:
        movups  xmm8, [rcx + rsi - 64]
        movups  xmm9, [rcx + rsi - 48]
        movups  xmm10, [rcx + rsi - 32]
        movups  xmm11, [rcx + rsi - 16]
        sub     rcx, 64
        movaps  [rcx], xmm8
        movaps  [rcx + 16], xmm9
        movaps  [rcx + 32], xmm10
        movaps  [rcx + 48], xmm11
        cmp     rcx, r8
        ja      .next_64
        movups  [rdi], xmm0
        movups  [rdi + 16], xmm1
        movups  [rdi + 32], xmm2
        movups  [rdi + 48], xmm3
        movups  [rdi + rdx - 64], xmm4
        movups  [rdi + rdx - 48], xmm5
        movups  [rdi + rdx - 32], xmm6
        movups  [rdi + rdx - 16], xmm7
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
