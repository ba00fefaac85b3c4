#include "ui/wave/wave_panel.h"

#include "ui/common/widgets.h"
#include "ui/player/glyph_button.h"
#include "ui/wave/spectrogram_view.h"
#include "ui/wave/wave_store.h"
#include "ui/wave/wave_view.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pieria::ui {

WavePanel::WavePanel(Player& player, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Sound"));
    m_store = new WaveStore(player, this);
    m_pages = new QStackedWidget(this);
    m_wave = new WaveView(player, *m_store, m_pages);
    m_spectrogram = new SpectrogramView(player, *m_store, m_pages);
    m_pages->addWidget(m_wave);
    m_pages->addWidget(m_spectrogram);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(theme().grid(2), theme().grid(1), theme().grid(2), theme().grid(1));
    bar->setSpacing(theme().grid(1));
    auto* group = new QButtonGroup(this);
    const auto addPage = [&](const QString& text) {
        auto* button = new QToolButton(this);
        button->setText(text);
        button->setAccessibleName(text);
        button->setCheckable(true);
        button->setProperty("kind", "flat");
        group->addButton(button);
        bar->addWidget(button);
        return button;
    };
    m_waveButton = addPage(tr("Waveform"));
    m_spectrogramButton = addPage(tr("Spectrogram"));
    m_waveButton->setChecked(true);
    connect(m_waveButton, &QToolButton::clicked, this, [this] { showSpectrogram(false); });
    connect(m_spectrogramButton, &QToolButton::clicked, this, [this] { showSpectrogram(true); });
    bar->addStretch();
    const auto current = [this] { return static_cast<AudioView*>(m_pages->currentWidget()); };
    const auto addTool = [&](Glyph glyph, const QString& name, auto call) {
        auto* button = new GlyphButton(glyph, name, this);
        connect(button, &QToolButton::clicked, this, call);
        bar->addWidget(button);
    };
    addTool(Glyph::Minus, tr("Zoom out"),
        [current] { current()->zoom(0.7, current()->width() / 2.0); });
    addTool(
        Glyph::Plus, tr("Zoom in"), [current] { current()->zoom(1.4, current()->width() / 2.0); });
    addTool(Glyph::Fit, tr("Show the whole sound"), [current] { current()->fit(); });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_pages, 1);
}

void WavePanel::showSpectrogram(bool on)
{
    AudioView* from = on ? static_cast<AudioView*>(m_wave) : m_spectrogram;
    AudioView* to = on ? static_cast<AudioView*>(m_spectrogram) : m_wave;
    to->setRange(from->firstFrame(), from->framesPerPixel());
    m_pages->setCurrentWidget(to);
    (on ? m_spectrogramButton : m_waveButton)->setChecked(true);
}

} // namespace pieria::ui
