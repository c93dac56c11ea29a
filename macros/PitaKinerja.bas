Attribute VB_Name = "PitaKinerja"
Option Explicit

' The buttons of the tab Kinerja. Made from kinerja_xl/ribbon/buttons.py by: python -m kinerja_xl.rebuild

Public Sub Kinerja_Periksa(control As IRibbonControl)
    Tekan "periksa"
End Sub

Public Sub Kinerja_Himpun(control As IRibbonControl)
    Tekan "himpun"
End Sub

Public Sub Kinerja_Nilai(control As IRibbonControl)
    Tekan "nilai"
End Sub

Public Sub Kinerja_Distribusi(control As IRibbonControl)
    Tekan "distribusi"
End Sub

Public Sub Kinerja_Surat(control As IRibbonControl)
    Tekan "surat"
End Sub

Public Sub Kinerja_Konsolidasi(control As IRibbonControl)
    Tekan "konsolidasi"
End Sub

Public Sub Kinerja_Panduan(control As IRibbonControl)
    Tekan "panduan"
End Sub

Private Sub Tekan(ByVal nama As String)
    Dim hasil As Variant
    If ActiveWorkbook Is Nothing Then
        MsgBox "Buka dahulu Buku Kerja Unit, lalu tekan tombolnya lagi.", vbInformation, "Kinerja"
        Exit Sub
    End If
    Application.Cursor = xlWait
    hasil = RunPython("from kinerja_xl.hosts import excel; excel.press('" & nama & "')")
    Application.Cursor = xlDefault
    If Not IsEmpty(hasil) Then
        If hasil <> 0 Then
            Application.StatusBar = "Kinerja: tombol tidak selesai; pasang ulang dengan perintah: kinerja pasang excel"
        End If
    End If
End Sub
