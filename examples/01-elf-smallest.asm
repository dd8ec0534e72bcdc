; examples/01-elf-smallest.asm
; How little of 01-elf does anybody read? Of its 164 bytes, 103 are left here.
;
; 1. The program header may lie anywhere in the file, so it may lie inside the
;    ELF header, where the two agree. They agree at byte 47. There p_type is the
;    last byte of e_shoff and the first three of e_flags; p_flags begins with
;    the fourth, and only its lowest three bits count. p_offset becomes 256: it
;    is e_phnum, a 1, seen one byte too early. That does no harm, if p_vaddr
;    ends in 256 as well: whole pages are mapped, so the file's first byte comes
;    to the page's first byte.
; 2. What is not read holds the code, in three pieces that jump to each other:
;    the end of e_ident, e_shoff, p_align. And p_paddr holds the text.
; 3. The text is 5 bytes longer than p_paddr. These 5 are also the low bytes of
;    p_filesz, so this file claims to hold 43 billion bytes of code. A mapping
;    may reach beyond a file's end; it costs only addresses. (Where those are
;    rationed, as by `ulimit -v`, start 01-elf instead.)
; 4. Registers are 0 at the start (Linux ELF_PLAT_INIT; psABI 3.4.1 promises no
;    such thing), so a byte of a register can be set instead of all of it.
;
; Why not smaller? The program header must be in the file whole, so the size is
; at least e_phoff + 56. Of all smaller e_phoff, 0 to 46, one only gives p_type
; and p_offset a usable value, p_flags X, p_vaddr the page of e_entry, and
; e_entry a place with code: 12. There p_flags is e_type and e_machine: W and X
; without R, so that qemu cannot read the text; and p_memsz, being e_ehsize to
; e_phnum, asks for 4.3 GB of writable memory.
;
; build   nasm -f bin 01-elf-smallest.asm -o 01-elf-smallest
;         chmod +x 01-elf-smallest
; look    readelf -hl 01-elf-smallest; xxd 01-elf-smallest
; source  Linux fs/binfmt_elf.c reads of the ELF header: the magic number,
;         e_type, e_machine, e_entry, e_phoff, e_phentsize, e_phnum. qemu
;         linux-user/elfload.c also EI_CLASS, EI_DATA, EI_VERSION, e_ehsize.
;         Of the program header both: all but p_paddr, and p_align for ET_DYN.

        bits    64
base:   equ     0x400000
        org     base

SYS_write: equ  1
SYS_exit: equ   60

header:
        db      0x7f, "ELF"             ; 0   e_ident: magic number
        db      2, 1, 1                 ; 4   64 bits, little endian, version 1
start:  mov     al, SYS_write           ; 7   rax = 1: the rest of it is 0
        mov     edi, eax                ; 9   1 is also standard output
        mov     dl, hello.end - hello   ; 11
        jmp     short second            ; 13
        nop                             ; 15  nothing to do here
        dw      2, 62                   ; 16  e_type, e_machine
        dd      1                       ; 20  e_version
        dq      start                   ; 24  e_entry
        dq      program - base          ; 32  e_phoff
second: mov     esi, hello              ; 40  e_shoff: 7 bytes of 8
        jmp     short third             ; 45
program:
        dd      1                       ; 47  p_type, and e_shoff ends with 1
        db      5                       ; 51  p_flags R + X, and e_flags ends
        dw      64                      ; 52  e_ehsize
        dw      56                      ; 54  e_phentsize: p_offset's 0 is here
        dw      1                       ; 56  e_phnum, which makes p_offset 256
        dw      0, 0                    ; 58  e_shentsize, e_shnum
        db      0                       ; 62  p_offset ends, e_shstrndx begins
        dq      base + 256              ; 63  p_vaddr
hello:  db      "hello wo"              ; 71  p_paddr
size:   db      "rld!", 10, 0, 0, 0     ; 79  p_filesz
hello.end: equ size + 5
        db      "rld!", 10, 0, 0, 0     ; 87  p_memsz: the same, or the kernel
                                        ;     wants to clear what is more
third:  syscall                         ; 95  p_align
        mov     al, SYS_exit            ; 97  rax was 13, the bytes written
        xor     edi, edi                ; 99  status 0
        syscall                         ; 101
