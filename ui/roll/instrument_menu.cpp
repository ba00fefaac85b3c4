#include "ui/roll/instrument_menu.h"

#include "core/score/gm.h"

#include <QCoreApplication>
#include <QMenu>

#include <array>
#include <utility>

namespace pieria::ui {

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// The kits of the GS standard, which sound fonts follow.
constexpr std::array<std::pair<int, const char*>, 9> kKits { { { 0, "Standard Kit" },
    { 8, "Room Kit" }, { 16, "Power Kit" }, { 24, "Electronic Kit" }, { 25, "TR-808 Kit" },
    { 32, "Jazz Kit" }, { 40, "Brush Kit" }, { 48, "Orchestra Kit" }, { 56, "Effects Kit" } } };

QAction* addChoice(QMenu& menu, const QString& name, bool checked)
{
    QAction* action = menu.addAction(name);
    action->setCheckable(true);
    action->setChecked(checked);
    return action;
}

} // namespace

QString instrumentName(const Track& track)
{
    if (track.slot != Slot::Drums) {
        return text(programName(track.program));
    }
    const char* name = kKits.front().second;
    for (const auto& [program, kit] : kKits) {
        if (program <= track.program) {
            name = kit;
        }
    }
    return QCoreApplication::translate("Instruments", name);
}

QString slotTitle(Slot slot)
{
    static constexpr std::array<const char*, kSlotCount> kTitles {
        QT_TRANSLATE_NOOP("Slots", "Drums"), QT_TRANSLATE_NOOP("Slots", "Bass"),
        QT_TRANSLATE_NOOP("Slots", "Chords"), QT_TRANSLATE_NOOP("Slots", "Comp"),
        QT_TRANSLATE_NOOP("Slots", "Lead"), QT_TRANSLATE_NOOP("Slots", "Counter"),
        QT_TRANSLATE_NOOP("Slots", "Pad"), QT_TRANSLATE_NOOP("Slots", "Extra")
    };
    return QCoreApplication::translate("Slots", kTitles[slotIndex(slot)]);
}

void fillInstrumentMenu(QMenu& menu, const Track& track, const std::function<void(int)>& chosen)
{
    menu.clear();
    if (track.slot == Slot::Drums) {
        for (const auto& [program, name] : kKits) {
            QAction* action = addChoice(
                menu, QCoreApplication::translate("Instruments", name), program == track.program);
            QObject::connect(
                action, &QAction::triggered, &menu, [chosen, value = program] { chosen(value); });
        }
        return;
    }
    QMenu* family = nullptr;
    QString familyName;
    for (int program = 0; program < 128; ++program) {
        if (const QString name = text(programFamily(program)); name != familyName) {
            familyName = name;
            family = menu.addMenu(name);
            if (programFamily(track.program) == programFamily(program)) {
                QFont font = menu.font();
                font.setBold(true);
                family->menuAction()->setFont(font);
            }
        }
        QAction* action = addChoice(*family, text(programName(program)), program == track.program);
        QObject::connect(
            action, &QAction::triggered, &menu, [chosen, program] { chosen(program); });
    }
}

} // namespace pieria::ui
