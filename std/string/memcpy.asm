; std/string/memcpy.asm
; void *memcpy(void *to, const void *from, size_t size)
;
; Everything is read before anything is written, up to 128 bytes; beyond, the
; first and the last 64 bytes wait in registers while the middle is copied
; forwards. So memmove can come here for all but one case.
;
; in      rdi = to, rsi = from, rdx = size
; out     rax = to
; clobber rcx rsi rdi r8 xmm0-xmm11
; source  C11 7.24.2.1

REP_FROM equ     2048                   ; from here on microcode is faster

        default rel
        section .text.memcpy progbits alloc exec nowrite align=16

        global  memcpy:function (memcpy.end - memcpy)
memcpy:
        mov     rax, rdi
        cmp     rdx, 16
        jb      .under_16
        movups  xmm0, [rsi]             ; two pieces that may overlap need
        movups  xmm1, [rsi + rdx - 16]  ; no loop and no exact length
        cmp     rdx, 32
        jbe     .write_2
        movups  xmm2, [rsi + 16]
        movups  xmm3, [rsi + rdx - 32]
        cmp     rdx, 64
        jbe     .write_4
        movups  xmm4, [rsi + 32]
        movups  xmm5, [rsi + 48]
        movups  xmm6, [rsi + rdx - 64]
        movups  xmm7, [rsi + rdx - 48]
        cmp     rdx, 128
        ja      .middle
.write_8:
        movups  [rdi + 32], xmm4
        movups  [rdi + 48], xmm5
        movups  [rdi + rdx - 64], xmm6
        movups  [rdi + rdx - 48], xmm7
.write_4:
        movups  [rdi + 16], xmm2
        movups  [rdi + rdx - 32], xmm3
.write_2:
        movups  [rdi], xmm0
        movups  [rdi + rdx - 16], xmm1
        ret

.middle:
        lea     r8, [rdi + rdx - 64]    ; where the last 64 bytes begin
        sub     rsi, rdi                ; the distance, the same all along
        add     rdi, 64
        and     rdi, -64                ; aligned stores never split a line
        cmp     rdx, REP_FROM
        jb      .next_64
        cmp     rsi, 64                 ; onto itself, so near: microcode
        jae     .by_rep                 ; would go byte by byte
.next_64:
        movups  xmm8, [rdi + rsi]
        movups  xmm9, [rdi + rsi + 16]
        movups  xmm10, [rdi + rsi + 32]
        movups  xmm11, [rdi + rsi + 48]
        movaps  [rdi], xmm8
        movaps  [rdi + 16], xmm9
        movaps  [rdi + 32], xmm10
        movaps  [rdi + 48], xmm11
        add     rdi, 64
        cmp     rdi, r8
        jb      .next_64
.ends:
        mov     rdi, rax
        jmp     .write_8
.by_rep:
        add     rsi, rdi
        mov     rcx, r8
        sub     rcx, rdi
        rep movsb
        jmp     .ends

.under_16:
        cmp     edx, 8
        jae     .from_8
        cmp     edx, 4
        jae     .from_4
        test    edx, edx
        jz      .nothing
        movzx   ecx, byte [rsi]
        movzx   r8d, byte [rsi + rdx - 1]
        cmp     edx, 3
        jb      .write_ends
        movzx   esi, byte [rsi + 1]
        mov     [rdi + 1], sil
.write_ends:
        mov     [rdi], cl
        mov     [rdi + rdx - 1], r8b
.nothing:
        ret
.from_4:
        mov     ecx, [rsi]
        mov     r8d, [rsi + rdx - 4]
        mov     [rdi], ecx
        mov     [rdi + rdx - 4], r8d
        ret
.from_8:
        mov     rcx, [rsi]
        mov     r8, [rsi + rdx - 8]
        mov     [rdi], rcx
        mov     [rdi + rdx - 8], r8
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
