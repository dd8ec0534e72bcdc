; std/string/memset.asm
; void *memset(void *memory, int byte, size_t size)
;
; Sizes up to 128 are written from both ends with pieces that may overlap; the
; middle of longer ones by aligned stores, of very long ones by microcode.
;
; in      rdi = memory, sil = byte, rdx = size
; out     rax = memory
; clobber rcx rdi r8 xmm0
; source  C11 7.24.6.1

REP_FROM equ     2048                   ; from here on microcode is faster

        default rel
        section .text.memset progbits alloc exec nowrite align=16

        global  memset:function (memset.end - memset)
memset:
        movzx   ecx, sil
        mov     rax, 0x0101010101010101
        imul    rcx, rax                ; the byte, eight times
        mov     rax, rdi
        cmp     rdx, 16
        jb      .under_16
        movq    xmm0, rcx
        punpcklqdq xmm0, xmm0           ; and sixteen times
        movups  [rdi], xmm0
        movups  [rdi + rdx - 16], xmm0
        cmp     rdx, 32
        jbe     .done
        movups  [rdi + 16], xmm0
        movups  [rdi + rdx - 32], xmm0
        cmp     rdx, 64
        jbe     .done
        movups  [rdi + 32], xmm0
        movups  [rdi + 48], xmm0
        movups  [rdi + rdx - 64], xmm0
        movups  [rdi + rdx - 48], xmm0
        cmp     rdx, 128
        jbe     .done

        lea     r8, [rdi + rdx - 64]    ; the last 64 bytes are written
        add     rdi, 64                 ; and so are the first
        and     rdi, -64
        cmp     rdx, REP_FROM
        jae     .by_rep
.next_64:
        movaps  [rdi], xmm0
        movaps  [rdi + 16], xmm0
        movaps  [rdi + 32], xmm0
        movaps  [rdi + 48], xmm0
        add     rdi, 64
        cmp     rdi, r8
        jb      .next_64
        ret
.by_rep:
        mov     rdx, rax                ; stos stores rax: `memory` waits
        mov     rax, rcx
        lea     rcx, [r8 + 7]           ; up to 7 bytes of the end twice
        sub     rcx, rdi
        shr     rcx, 3
        rep stosq
        mov     rax, rdx
        ret

.under_16:
        cmp     edx, 8
        jae     .from_8
        cmp     edx, 4
        jae     .from_4
        test    edx, edx
        jz      .done
        mov     [rdi], cl
        mov     [rdi + rdx - 1], cl
        shr     edx, 1
        mov     [rdi + rdx], cl         ; the middle of three
.done:
        ret
.from_4:
        mov     [rdi], ecx
        mov     [rdi + rdx - 4], ecx
        ret
.from_8:
        mov     [rdi], rcx
        mov     [rdi + rdx - 8], rcx
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
