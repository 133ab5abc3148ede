; The installer that a person opens, per machine. Silent: setup.exe /S [/D=C:\folder]
; Exit codes: 0 done, 3 JewelCRM is open, 4 a newer one is installed, 5 installed by group policy.
; makensis -DVERSION=0.1.0 -DPAYLOAD=folder -DOUT=setup.exe setup.nsi
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
Name "JewelCRM"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\JewelCRM"
RequestExecutionLevel admin
ManifestDPIAware true
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"
!include "LogicLib.nsh"
!define MUI_ICON "${ICON}"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\JewelCRM"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\jewelcrm.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "TradChinese"
!insertmacro MUI_LANGUAGE "SimpChinese"
LangString OPEN ${LANG_ENGLISH} "JewelCRM is open on this computer, perhaps of another person who is logged on. Close it, then try again. Nothing was changed."
LangString OPEN ${LANG_TRADCHINESE} "這部電腦正在使用 JewelCRM（可能是其他已登入的人）。請關閉後再試。沒有任何改動。"
LangString OPEN ${LANG_SIMPCHINESE} "这台电脑正在使用 JewelCRM（可能是其他已登录的人）。请关闭后重试。没有任何改动。"
LangString NEWER ${LANG_ENGLISH} "A newer JewelCRM is installed. It may have brought the store to a form that this one cannot read. Nothing was changed."
LangString NEWER ${LANG_TRADCHINESE} "已安裝較新版本的 JewelCRM，資料庫可能已更新為此版本無法讀取的格式。沒有任何改動。"
LangString NEWER ${LANG_SIMPCHINESE} "已安装较新版本的 JewelCRM，数据库可能已更新为此版本无法读取的格式。没有任何改动。"
LangString POLICY ${LANG_ENGLISH} "JewelCRM was installed by your company's administrator. It is updated there. Nothing was changed."
LangString POLICY ${LANG_TRADCHINESE} "JewelCRM 由公司的系統管理員安裝及更新。沒有任何改動。"
LangString POLICY ${LANG_SIMPCHINESE} "JewelCRM 由公司的系统管理员安装和更新。没有任何改动。"
LangString KEPT ${LANG_ENGLISH} "The program is removed. The stores of the people who used it are kept, in AppData\Local\JewelCRM."
LangString KEPT ${LANG_TRADCHINESE} "程式已移除。使用者的資料庫會保留在 AppData\Local\JewelCRM。"
LangString KEPT ${LANG_SIMPCHINESE} "程序已移除。使用者的数据库会保留在 AppData\Local\JewelCRM。"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "JewelCRM"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "JewelCRM setup"
VIAddVersionKey "LegalCopyright" "JewelCRM"

!macro RefuseWhileOpen
  ; A program that runs cannot be opened for writing.
  ${If} ${FileExists} "$INSTDIR\jewelcrm.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\jewelcrm.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(OPEN)" /SD IDOK
      SetErrorLevel 3
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  SetRegView 64
  ReadRegStr $0 HKLM "Software\JewelCRM" "Msi"
  ${If} $0 != ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(POLICY)" /SD IDOK
    SetErrorLevel 5
    Abort
  ${EndIf}
  ReadRegStr $0 HKLM "${UNINSTALL}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(NEWER)" /SD IDOK
      SetErrorLevel 4
      Abort
    ${EndIf}
    ReadRegStr $INSTDIR HKLM "${UNINSTALL}" "InstallLocation"
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro RefuseWhileOpen
FunctionEnd

Section
  SetRegView 64
  SetShellVarContext all
  !insertmacro RefuseWhileOpen
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\JewelCRM.lnk" "$INSTDIR\jewelcrm.exe"
  WriteRegStr HKLM "Software\JewelCRM" "SetupExe" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "JewelCRM"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayIcon" "$INSTDIR\jewelcrm.exe"
  WriteRegStr HKLM "${UNINSTALL}" "Publisher" "JewelCRM"
  WriteRegStr HKLM "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKLM "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  SetRegView 64
  SetShellVarContext all
  Delete "$SMPROGRAMS\JewelCRM.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\jewelcrm.exe"
  Delete "$INSTDIR\jewelcrm-admin.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegValue HKLM "Software\JewelCRM" "SetupExe"
  DeleteRegKey /ifempty HKLM "Software\JewelCRM"
  DeleteRegKey HKLM "${UNINSTALL}"
  MessageBox MB_OK|MB_ICONINFORMATION "$(KEPT)" /SD IDOK
SectionEnd
